import { refuse, refuseForNow, reply, write } from '#lib/action.ts'
import { networkAddress, tooManyTokens, waitInWords } from '#lib/auth/limit.ts'
import { confirmInput, confirmSignUp } from '#lib/auth/sign-up.ts'

const OVER =
  'This link was used already, or its 30 minutes are over. If you cannot sign in, create the account again.'

const ANOTHER =
  'This is not the password with which this account was asked for, so it was not opened. If it was not you who asked, leave it.'

/** Opens an account that has waited for this. */
export const POST = write(
  { name: 'account.confirm', who: 'nobody', body: confirmInput, audit: ['sign-up'] },
  async ({ body, request }) => {
    const wait = await tooManyTokens(networkAddress(request.headers))
    if (wait !== null) return refuseForNow(wait, `Too many tries. Try again ${waitInWords(wait)}.`)
    const user = await confirmSignUp(body)
    if (user === 'wrong-password') return refuse(403, user, ANOTHER)
    return user ? reply(201, { user: { email: user.email } }) : refuse(410, 'over', OVER)
  },
)
