import { refuse, refuseForNow, reply, write } from '#lib/action.ts'
import { changePassword, passwordInput } from '#lib/auth/change-password.ts'
import { networkAddress, waitInWords } from '#lib/auth/limit.ts'
import { claimedSession } from '#lib/auth/session.ts'

const SENTENCES = {
  'wrong-password': 'This is not your current password, so nothing was changed.',
  'no-password': 'There is no password here to change.',
}

export const PUT = write(
  {
    name: 'account.change-password',
    who: 'account',
    body: passwordInput,
    audit: ['password-change'],
  },
  async ({ actor, body, request }) => {
    const address = networkAddress(request.headers)
    const outcome = await changePassword(actor, await claimedSession(), body, address)
    if (typeof outcome === 'number')
      return refuseForNow(outcome, `Too many tries. Try again ${waitInWords(outcome)}.`)
    if (outcome === 'changed') return reply(200, { changed: true })
    return refuse(outcome === 'wrong-password' ? 403 : 404, outcome, SENTENCES[outcome])
  },
)
