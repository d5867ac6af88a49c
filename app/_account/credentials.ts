import type { Refusal } from './authenticate.ts'

/** As stated on the sign-up form; the server asks for the same. */
export const shortestPassword = 10

type Typed = { email: string; password: string; name?: string }

/** What can be told without asking the server. @returns null when the form may be sent */
export function missing({ email, password }: Typed, isNew: boolean): Refusal | null {
  const lacking = isNew ? noNewPassword(password) : password === '' ? NO_PASSWORD : null
  const fields = { ...noEmail(email)?.fields, ...lacking?.fields }
  const count = Object.keys(fields).length
  if (count === 0) return null
  return { message: count === 1 ? ONE : 'Two fields need another look.', fields }
}

export function noEmail(email: string): Refusal | null {
  if (/^[^\s@]+@[^\s@]+$/.test(email)) return null
  const sentence = email
    ? 'This is not an e-mail address yet: it needs a name, an @ and a domain.'
    : 'Enter your e-mail address.'
  return { message: ONE, fields: { email: sentence } }
}

export function noNewPassword(password: string): Refusal | null {
  if ([...password].length >= shortestPassword) return null
  const sentence = password
    ? `This password is too short: use at least ${shortestPassword} characters.`
    : 'Choose a password.'
  return { message: ONE, fields: { password: sentence } }
}

const ONE = 'One field needs another look.'
const NO_PASSWORD = { fields: { password: 'Enter your password.' } }
