import { refuse, reply, write } from '#lib/action.ts'
import { signUp, signUpInput } from '#lib/auth/sign-up.ts'

const TAKEN = 'There is an account with this e-mail already. Sign in instead.'

export const POST = write(
  { name: 'account.sign-up', who: 'nobody', body: signUpInput },
  async ({ body }) => {
    const user = await signUp(body)
    if (!user) return refuse(409, 'taken', TAKEN, { fields: { email: TAKEN } })
    return reply(201, { user: { email: user.email, name: user.name } })
  },
)
