/** Why it did not work: one sentence for the form, and one for each field that can mend it. */
export type Refusal = {
  message: string
  fields: Partial<Record<'email' | 'password' | 'name', string>>
}

export type Credentials = { email: string; password: string }

/** Makes the account, then signs in to it. @returns null when signed in; or whether to wait for a mail */
export async function signUp(
  account: Credentials & { name?: string },
): Promise<Refusal | 'mailed' | null> {
  const answer = await post('/api/sign-up', account)
  if (answer.status === 202) return 'mailed'
  if (answer.status !== 201) return refusal(answer)
  const refused = await signIn(account)
  return refused && { ...refused, message: `Your account was made. ${refused.message}` }
}

/** @returns null when signed in */
export async function signIn({ email, password }: Credentials): Promise<Refusal | null> {
  const answer = await withToken('/api/auth/callback/credentials', { email, password })
  const to = leadsTo(answer)
  if (to === null) return refusal(answer)
  const error = to.searchParams.get('error')
  if (error === 'CredentialsSignin') return wrong
  const seconds = /^TooManyTries:(\d+)$/.exec(error ?? '')?.[1]
  if (seconds !== undefined) return tooMany(Number(seconds))
  // Anything else that keeps us inside /api/auth: a token that did not fit, a database that was away.
  return to.pathname.startsWith('/api/auth/') || error !== null ? undone : null
}

/**
 * Goes to another service, which says who one is and sends one back.
 * @param back path here
 * @returns only if that did not work
 */
export async function goTo(service: string, back: string): Promise<Refusal | null> {
  const answer = await withToken(`/api/auth/signin/${service}`, { callbackUrl: back })
  const to = leadsTo(answer)
  if (to === null) return refusal(answer)
  if (to.origin === location.origin) return undone
  location.assign(to.href)
  return null
}

/** Has a link for a new password sent, if there is such an account. @returns null when asked for */
export async function askForReset(email: string): Promise<Refusal | null> {
  const answer = await post('/api/forgot', { email })
  return answer.status === 202 ? null : refusal(answer)
}

/** @param token from the mailed link @returns null when the password is the new one */
export async function resetPassword(token: string, password: string): Promise<Refusal | null> {
  const answer = await post('/api/reset', { token, password })
  return answer.status === 200 ? null : refusal(answer)
}

/** @param token from the mailed link @returns null when the account is open */
export async function confirm(token: string, password: string): Promise<Refusal | null> {
  const answer = await post('/api/confirm', { token, password })
  return answer.status === 201 ? null : refusal(answer)
}

/** Ends the session here and on the server. @returns null when signed out */
export async function signOut(): Promise<Refusal | null> {
  const answer = await withToken('/api/auth/signout', {})
  const to = leadsTo(answer)
  if (to === null) return refusal(answer)
  return to.pathname.startsWith('/api/auth/') ? undone : null
}

const away: Refusal = {
  message: 'The server did not answer. Nothing was lost: try again in a moment.',
  fields: {},
}
const wrong: Refusal = {
  message: 'This e-mail address and password do not belong together. Check both and try again.',
  fields: {},
}
const tooMany = (seconds: number): Refusal => ({
  message: `Too many tries for this account from here. Nothing is locked for long: try again in ${
    seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
  }.`,
  fields: {},
})
const undone: Refusal = {
  message: 'The server could not do that just now. Nothing was lost: try again in a moment.',
  fields: {},
}

/** What came back: status 0 is no network, or no server at its other end. */
type Answer = {
  status: number
  body: { url?: string; csrfToken?: string; error?: Partial<Refusal> }
}

/** next-auth takes a form with the token that it has just given to this browser. */
async function withToken(path: string, fields: Record<string, string>) {
  const asked = await send('/api/auth/csrf')
  if (asked.status !== 200) return asked
  const { csrfToken = '' } = asked.body
  const form = { callbackUrl: location.origin, ...fields, csrfToken, json: 'true' }
  return send(path, new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded')
}

function post(path: string, body: object) {
  return send(path, JSON.stringify(body), 'application/json')
}

async function send(path: string, content?: string, type?: string): Promise<Answer> {
  try {
    const response = await fetch(path, {
      ...(content !== undefined && { method: 'POST', body: content }),
      headers: { accept: 'application/json', ...(type && { 'content-type': type }) },
    })
    const body = (await response.json().catch(() => null)) as Answer['body'] | null
    return { status: response.status, body: body ?? {} }
  } catch {
    return { status: 0, body: {} }
  }
}

/** next-auth answers with the place to go to; errors travel in its query. */
function leadsTo({ body: { url } }: Answer) {
  return url !== undefined && URL.canParse(url, location.origin)
    ? new URL(url, location.origin)
    : null
}

function refusal({ body: { error } }: Answer): Refusal {
  return { message: error?.message ?? away.message, fields: error?.fields ?? {} }
}
