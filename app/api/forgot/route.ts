import { refuse, refuseForNow, reply, write } from '#lib/action.ts'
import { networkAddress, tooManyMails, waitInWords } from '#lib/auth/limit.ts'
import { forgotInput, sendReset } from '#lib/auth/reset-password.ts'
import { canReset } from '#lib/auth/ways.ts'
import { inBackground } from '#lib/background.ts'

const NO_MAIL =
  'The operator of this site has not set up e-mail, so no link can be sent. Ask them for help.'

/** The same answer, after the same time, whether or not there is such an account. */
export const POST = write(
  { name: 'account.forgot', who: 'nobody', body: forgotInput },
  async ({ body: { email }, request }) => {
    if (!canReset()) return refuse(503, 'no-mail', NO_MAIL)
    const wait = await tooManyMails(email, networkAddress(request.headers))
    if (wait !== null)
      return refuseForNow(
        wait,
        `Links were sent several times by now. Try again ${waitInWords(wait)}.`,
      )
    const { origin } = new URL(request.headers.get('origin')!)
    inBackground('account.forgot', () => sendReset(email, origin))
    return reply(202, { asked: true })
  },
)
