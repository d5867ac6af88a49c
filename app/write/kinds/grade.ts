import type { Feedback, ItemResponse } from '#lib/quiz/kinds/item.ts'

/** The server's grade of an example, or why there is none: what it said, or that it was not reached. */
export async function grade(
  kind: string,
  response: ItemResponse,
): Promise<{ feedback: Feedback } | { problem: string }> {
  const reply = await fetch(`/api/kinds/${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response }),
  }).catch(() => null)
  const body = await reply?.json().catch(() => null)
  if (reply?.ok && body) return body
  return {
    problem:
      body?.error?.message ??
      'The server could not be reached, so this is not graded. Your answer is still here: try again in a moment.',
  }
}
