import { refuse, refuseForNow, reply, write } from '#lib/action.ts'
import { networkAddress, tooManyTokens, waitInWords } from '#lib/auth/limit.ts'
import { becomeFirstAdmin, firstAdminInput } from '#lib/auth/roles.ts'

const OVER =
  'This link works no more: there is an administrator already, or a day is over. If there is none, start the site again and take the link from its log.'

/** Makes the first administrator, by the token from the operator's log. */
export const POST = write(
  {
    name: 'people.first-admin',
    who: 'account',
    body: firstAdminInput,
    audit: ['role-change'],
  },
  async ({ actor, body, request }) => {
    const wait = await tooManyTokens(networkAddress(request.headers))
    if (wait !== null) return refuseForNow(wait, `Too many tries. Try again ${waitInWords(wait)}.`)
    return (await becomeFirstAdmin(actor, body)) === 'done'
      ? reply(200, { role: 'admin' })
      : refuse(410, 'over', OVER)
  },
)
