import { refuse } from '#lib/action.ts'

type Reason = 'missing' | 'closed' | 'item-closed' | 'too-long'

/** Why a change of an interview was not made, in the same words for each route. */
export function refused(reason: Reason): Response {
  const [status, code, message] = reasons[reason]
  return refuse(status, code, message)
}

const reasons: Record<Reason, [number, string, string]> = {
  missing: [404, 'not-found', 'There is no interview of yours at this address.'],
  closed: [
    409,
    'closed',
    'This interview is over: what was saved before its end counts. What you typed since is kept on this device.',
  ],
  'item-closed': [
    409,
    'item-closed',
    'The time for this question is over: what was saved before counts. What you typed since is kept on this device.',
  ],
  'too-long': [400, 'too-long', 'This answer is too long to be saved. Shorten it a little.'],
}
