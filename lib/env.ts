import 'server-only'
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }),
  NEXTAUTH_SECRET: z.string().min(32, 'must be at least 32 bytes'),
  /** The public address, when it is known. https makes the cookies `Secure`. */
  NEXTAUTH_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Believe X-Forwarded-* from a proxy in front. */
  TRUST_PROXY: z.enum(['0', '1', 'true', 'false', '']).default(''),
  /** Who shows this as a bearer token may read /api/metrics. Without it there is no such page. */
  METRICS_TOKEN: z
    .string()
    .regex(/^(.{16,})?$/, 'must be at least 16 characters')
    .optional(),
  /** How mail leaves: smtp://user:password@host:587 (STARTTLS where offered), or smtps://…:465 */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://… or smtps://…' }).optional(),
  /** Who mails come from. */
  MAIL_FROM: z.string().min(3).optional(),
  /** Sign-in by GitHub: of an OAuth app whose callback is /api/auth/callback/github. */
  GITHUB_CLIENT_ID: z.string().min(1).optional(),
  GITHUB_CLIENT_SECRET: z.string().min(1).optional(),
  /** Of an Enterprise Server; its interface is then at /api/v3. */
  GITHUB_URL: z.url({ protocol: /^https?$/ }).default('https://github.com'),
  /** Sign-in by Google: of an OAuth client whose callback is /api/auth/callback/google. */
  GOOGLE_CLIENT_ID: z.string().min(1).optional(),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional(),
  GOOGLE_ISSUER: z.url({ protocol: /^https?$/ }).default('https://accounts.google.com'),
  /** `off` takes the service worker, and what it has kept, out of every browser that comes by. */
  SERVICE_WORKER: z.enum(['on', 'off', '']).default('on'),
})

/** Variables that are of no use without another. */
const TOGETHER = [
  ['SMTP_URL', ['MAIL_FROM']],
  ['SMTP_URL', ['NEXTAUTH_URL', 'SITE_URL']],
  ['GITHUB_CLIENT_ID', ['GITHUB_CLIENT_SECRET']],
  ['GOOGLE_CLIENT_ID', ['GOOGLE_CLIENT_SECRET']],
] as const

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
  // A line of `.env` that says nothing is as good as none.
  const result = schema.safeParse(
    Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '')),
  )
  const lines = result.success
    ? TOGETHER.filter(([name, needed]) => source[name] && !needed.some((each) => source[each])).map(
        ([name, needed]) => `  ${name} is of no use without ${needed.join(' or ')}`,
      )
    : result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
  if (!result.success || lines.length > 0) {
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
