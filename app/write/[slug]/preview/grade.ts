import type { Feedback, ItemResponse } from '#lib/quiz/kinds/item.ts'

type Given = { item: string; seed: number; response: ItemResponse }

/** The server's grade of a draft's item, or a sentence why there is none. */
export async function grade(
  slug: string,
  given: Given,
): Promise<{ feedback: Feedback } | { problem: string }> {
  const reply = await fetch(`/api/write/${slug}/grade`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
  }).catch(() => null)
  const body = await reply?.json().catch(() => null)
  if (reply?.ok && body) return body
  return {
    problem: body?.error?.message ?? 'The server could not be reached, so this is not graded.',
  }
}
