import { refuse, refuseForNow, reply, write } from '#lib/action.ts'
import { networkAddress, tooManyMails, tooManySignUps, waitInWords } from '#lib/auth/limit.ts'
import { mailConfirmation, pendingOf, signUp, signUpInput } from '#lib/auth/sign-up.ts'
import { inBackground } from '#lib/background.ts'
import { canMail } from '#lib/mail.ts'

const TAKEN = 'There is an account with this e-mail already. Sign in instead.'

const CROWDED = 'Too many accounts were asked for just now, so this one was not made. Try again'

/**
 * Where mail can be sent, the answer is the same for an address that has an account, and its owner
 * alone is told. Without mail there would be no way to tell them, so the form says so.
 */
export const POST = write(
  { name: 'account.sign-up', who: 'nobody', body: signUpInput, audit: ['sign-up'] },
  async ({ body, request }) => {
    const address = networkAddress(request.headers)
    const wait =
      (await tooManySignUps(address)) ??
      (canMail() ? await tooManyMails(body.email, address) : null)
    if (wait !== null) return refuseForNow(wait, `${CROWDED} ${waitInWords(wait)}.`)
    if (canMail()) {
      const pending = await pendingOf(body)
      inBackground('account.sign-up', () => mailConfirmation(pending))
      return reply(202, { mailed: true })
    }
    const user = await signUp(body)
    if (!user) return refuse(409, 'taken', TAKEN, { fields: { email: TAKEN } })
    return reply(201, { user: { email: user.email, name: user.name } })
  },
)
