import 'server-only'
import { z } from 'zod'

/**
 * The one form under which an e-mail is stored and compared: NFKC, lower case, ASCII only, one `@`,
 * at most 254 characters (RFC 5321, §4.5.3.1). Look-alike letters of other scripts are refused, and so is
 * what only quotes allow: `a,ada@example.org` is another account here, and Ada's mailbox to a mail program.
 */
export function normaliseEmail(text: string): string | null {
  const email = text.normalize('NFKC').trim().toLowerCase()
  if (
    email.length > 254 ||
    !/^[\w!#$%&'*+/=?^`{|}~.-]{1,64}@[a-z0-9.-]+\.[a-z0-9-]{2,}$/.test(email)
  ) {
    return null
  }
  return email
}

/** An e-mail address as a form sends it. */
export const emailField = z
  .string()
  .max(300)
  .transform((text, context) => {
    const email = normaliseEmail(text)
    if (email !== null) return email
    context.addIssue({ code: 'custom', message: 'Type an e-mail address such as ada@example.org.' })
    return z.NEVER
  })
