import { refuse, refuseForNow, reply, write } from '#lib/action.ts'
import { networkAddress, tooManyTokens, waitInWords } from '#lib/auth/limit.ts'
import { resetInput, resetPassword } from '#lib/auth/reset-password.ts'

const OVER =
  'This link was used already, a newer one was sent, or its 30 minutes are over. Nothing was changed: ask for a new link.'

export const POST = write(
  { name: 'account.reset', who: 'nobody', body: resetInput, audit: ['password-reset'] },
  async ({ body, request }) => {
    const wait = await tooManyTokens(networkAddress(request.headers))
    if (wait !== null) return refuseForNow(wait, `Too many tries. Try again ${waitInWords(wait)}.`)
    return (await resetPassword(body)) ? reply(200, { changed: true }) : refuse(410, 'over', OVER)
  },
)
