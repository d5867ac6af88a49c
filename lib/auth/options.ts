import 'server-only'
import type { AuthOptions, CallbacksOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { createSession, revokeSession, sessionUser } from '#lib/db/session.ts'
import { transaction } from '#lib/db/transaction.ts'
import { logProblem } from '#lib/background.ts'
import { findPassword } from '#lib/db/user.ts'
import { env } from '#lib/env.ts'
import { mergeGuest } from '#lib/study/merge-guest.ts'
import { audit } from './audit.ts'
import { thisDevice } from './device.ts'
import { normaliseEmail } from './email.ts'
import { enter } from './enter.ts'
import { clearGuestCookie, readGuestId } from './guest.ts'
import { forgiveSignIns, networkAddress, tooManySignIns } from './limit.ts'
import { checkPassword } from './password.ts'
import { services } from './services.ts'
import { claimedSession, newSessionId, sessionCookieName, THIRTY_DAYS } from './session.ts'

/** next-auth's settings: e-mail and password, services, a JWT whose `sid` names a row that can be revoked. */
export function authOptions(): AuthOptions {
  const { NEXTAUTH_SECRET: secret, secureCookies: secure } = env()
  return {
    secret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: THIRTY_DAYS },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/account' },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (credentials, { headers }) =>
          guardedSignIn(credentials?.email, credentials?.password, networkAddress(headers)),
      }),
      ...services(),
    ],
    callbacks: { signIn: enterByService, jwt: openSession, session: showSession },
    // What next-auth would print holds profiles and tokens.
    logger: {
      error: (code, about) => logProblem(code, 'error' in about ? about.error : about),
      warn: () => {},
      debug: () => {},
    },
    events: {
      // The guest's history joins the account; the cookie goes, so that nobody inherits it later.
      async signIn({ user }) {
        const guest = await readGuestId()
        if (guest === null) return
        await mergeGuest(guest, user.id)
        await clearGuestCookie()
      },
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await endSession(token.sid, token.sub ?? null)
      },
    },
  }
}

/** next-auth puts what is thrown into the address that it answers with: nothing but what may be read. */
async function guardedSignIn(email: unknown, password: unknown, address: string | null) {
  try {
    return await signIn(email, password, address)
  } catch (error) {
    if (error instanceof Error && /^TooManyTries:\d+$/.test(error.message)) throw error
    logProblem('account.sign-in', error)
    throw new Error('Unavailable', { cause: error })
  }
}

/** @throws TooManyTries:<seconds to wait>, which next-auth puts into the address that it answers with */
async function signIn(email: unknown, password: unknown, address: string | null) {
  if (typeof email !== 'string' || typeof password !== 'string' || password.length > 200)
    return null
  const normalised = normaliseEmail(email)
  const wait = await tooManySignIns(normalised ?? 'malformed', address)
  if (wait !== null) throw new Error(`TooManyTries:${wait}`)
  const found = normalised === null ? null : await findPassword(normalised)
  const right = await checkPassword(password, found?.passwordHash ?? null)
  if (!right || !found || normalised === null) return null
  await forgiveSignIns(normalised, address)
  return { id: found.user.id }
}

/** next-auth puts what is thrown here into an address: it is said in the log instead. */
const enterByService: CallbacksOptions['signIn'] = async ({ user, account }) => {
  if (account?.type !== 'oauth') return true
  try {
    const { id, name = null, email = null } = user
    const entered = await enter(account.provider, { id, name, email })
    // Only who is signed in can be told why what they wanted to connect is not.
    if ('closed' in entered) {
      const isHere = entered.closed === 'LinkedElsewhere' || entered.closed === 'SignInAgain'
      return `/${isHere ? 'account' : 'sign-in'}?error=${entered.closed}`
    }
    user.id = entered.userId
    return true
  } catch (error) {
    logProblem('account.enter', error)
    return '/sign-in?error=Callback'
  }
}

const openSession: CallbacksOptions['jwt'] = async ({ token, user }) => {
  if (!user) return token
  const sid = newSessionId()
  const [before, device] = [await claimedSession(), await thisDevice()]
  await transaction(async (tx) => {
    // What this browser held until now opens nothing any more.
    if (before !== null) await revokeSession(before, tx)
    await createSession(sid, user.id, THIRTY_DAYS, device, tx)
    await audit('sign-in', { actor: user.id }, tx)
  })
  return { sub: user.id, sid }
}

function endSession(sid: string, actor: string | null): Promise<void> {
  return transaction(async (tx) => {
    if (await revokeSession(sid, tx)) await audit('sign-out', { actor }, tx)
  })
}

/** Without a live row there is no user in the session: ask for `session.user.id`, never for truth. */
const showSession: CallbacksOptions['session'] = async ({ session, token }) => {
  const { sub, sid } = token
  const user = sub && typeof sid === 'string' ? await sessionUser(sid, sub) : null
  return {
    expires: session.expires,
    ...(user ? { user: { id: user.id, email: user.email, name: user.name } } : {}),
  }
}
