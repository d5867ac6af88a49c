import type { Entry, Parcel } from './outbox.ts'

/**
 * Compares what was sent with what the server says that it holds under the same id, member by member: a
 * database may keep objects in another order.
 * @param reply of a success
 */
export function isWhatWasSent(
  { what, body }: Pick<Entry, 'what' | 'body'>,
  reply: unknown,
): boolean {
  if (what === 'answer') {
    const stored = (reply as { results?: (Parcel & { item: string })[] }).results?.[0]
    const { id, itemId, seed, response, confidence } = body as Parcel
    return (
      stored !== undefined &&
      stored.id === id &&
      itemId.endsWith(`/${stored.item}`) &&
      inOrder([seed, response, confidence]) ===
        inOrder([stored.seed, stored.response, stored.confidence])
    )
  }
  if (what === 'grades') {
    const { stored } = reply as { stored?: Line[] }
    return (body as Line[]).every(({ id, event, grade = null }) =>
      stored?.some((line) => line.id === id && line.event === event && line.grade === grade),
    )
  }
  return true
}

type Line = { id: string; event: string; grade?: number | null }

/** As text, the same for values that are equal. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
