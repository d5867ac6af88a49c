import { refuse, refuseForNow, reply, write } from '#lib/action.ts'
import { networkAddress, tooManySignUps, waitInWords } from '#lib/auth/limit.ts'
import { signUp, signUpInput } from '#lib/auth/sign-up.ts'

const TAKEN = 'There is an account with this e-mail already. Sign in instead.'

const CROWDED =
  'Too many accounts were made from this network just now, so this one was not. Try again'

export const POST = write(
  { name: 'account.sign-up', who: 'nobody', body: signUpInput },
  async ({ body, request }) => {
    const wait = await tooManySignUps(networkAddress(request.headers))
    if (wait !== null) return refuseForNow(wait, `${CROWDED} ${waitInWords(wait)}.`)
    const user = await signUp(body)
    if (!user) return refuse(409, 'taken', TAKEN, { fields: { email: TAKEN } })
    return reply(201, { user: { email: user.email, name: user.name } })
  },
)
