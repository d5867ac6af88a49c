import 'server-only'
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }),
  NEXTAUTH_SECRET: z.string().min(32, 'must be at least 32 bytes'),
  /** The public address, when it is known. https makes the cookies `Secure`. */
  NEXTAUTH_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Believe X-Forwarded-* from a proxy in front. */
  TRUST_PROXY: z.enum(['0', '1', 'true', 'false', '']).default(''),
})

const address = z
  .url({ protocol: /^https?$/, error: 'must be an address beginning with https:// or http://' })
  .optional()

export type Env = z.infer<typeof schema> & { secureCookies: boolean; trustProxy: boolean }

let checked: Env | undefined

/** The environment, checked at first use and not at import: a build needs none of it. */
export function env(): Env {
  return (checked ??= check(process.env))
}

export function check(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source)
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
    throw new Error(`The environment is not complete:\n${lines.join('\n')}\nSee .env.example.`)
  }
  return {
    ...result.data,
    secureCookies: result.data.NEXTAUTH_URL?.startsWith('https:') ?? false,
    trustProxy: ['1', 'true'].includes(result.data.TRUST_PROXY),
  }
}

/**
 * The address at which people find the site, without a path: SITE_URL, else NEXTAUTH_URL. null when
 * nobody said so. Read while building too, when the rest of the environment is not there yet.
 */
export function siteUrl(source: Record<string, string | undefined> = process.env): string | null {
  const given = source['SITE_URL'] || source['NEXTAUTH_URL'] || undefined
  const result = address.safeParse(given)
  if (!result.success) throw new Error(`SITE_URL ${result.error.issues[0]!.message}`)
  return result.data === undefined ? null : new URL(result.data).origin
}
