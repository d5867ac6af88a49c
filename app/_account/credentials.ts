import type { Refusal } from './authenticate.ts'

/** As stated on the sign-up form; the server asks for the same. */
export const shortestPassword = 10

type Typed = { email: string; password: string; name?: string }

/** What can be told without asking the server. @returns null when the form may be sent */
export function missing(typed: Typed, isNew: boolean): Refusal | null {
  const fields: Refusal['fields'] = {}
  if (!/^[^\s@]+@[^\s@]+$/.test(typed.email)) {
    fields.email = typed.email
      ? 'This is not an e-mail address yet: it needs a name, an @ and a domain.'
      : 'Enter your e-mail address.'
  }
  if (!typed.password) {
    fields.password = isNew ? 'Choose a password.' : 'Enter your password.'
  } else if (isNew && [...typed.password].length < shortestPassword) {
    fields.password = `This password is too short: use at least ${shortestPassword} characters.`
  }
  const count = Object.keys(fields).length
  if (count === 0) return null
  return {
    message: count === 1 ? 'One field needs another look.' : 'Two fields need another look.',
    fields,
  }
}
