import 'server-only'
import { z } from 'zod'

const slug = z.string().regex(/^[a-z0-9-]{1,100}$/)
const ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)

/**
 * What a dynamic segment of a path may name. What has not its form names nothing, and is answered like
 * what is not there. Of what is `owned` nobody but its owner may learn that it exists: the tests walk
 * through every route with somebody else's.
 */
export const PARAMS = {
  /** an item of a question, as in its file */
  item: { form: slug, owned: false },
  kind: { form: slug, owned: false },
  /** a question's id */
  question: { form: slug, owned: false },
  /** somebody with an account, for administrators alone */
  person: { form: z.string().regex(/^[\w-]{1,80}$/), owned: false },
  /** a file's name */
  slug: { form: slug, owned: false },
  /** of an interview that its reader shares: whoever has it may use it */
  share: { form: z.string().regex(/^[\w-]{1,64}$/), owned: false },
  attempt: { form: ulid, owned: true },
  /** where somebody is signed in, by a name that opens nothing */
  session: { form: z.string().regex(/^[\w-]{22}$/), owned: true },
  interview: { form: ulid, owned: true },
} as const

export type ParamKind = keyof typeof PARAMS

/** @returns the parts of a path by their names, or null when one has not the form of its kind */
export function readParams<Kinds extends Record<string, ParamKind>>(
  kinds: Kinds,
  given: Record<string, string | string[] | undefined>,
): { [Name in keyof Kinds]: string } | null {
  const read: Record<string, string> = {}
  for (const [name, kind] of Object.entries(kinds)) {
    const part = PARAMS[kind].form.safeParse(given[name])
    if (!part.success) return null
    read[name] = part.data
  }
  return read as { [Name in keyof Kinds]: string }
}
