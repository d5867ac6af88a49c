import { type Card, type CardName, cardKey, type Grade } from './card.ts'
import { moved, newCard, review } from './schedule.ts'

/** One line of a reader's review log. Lines are only ever added. */
export type ReviewEvent = CardName & {
  id: string
  at: Date
} & (
    | { event: 'graded'; grade: Grade }
    /** the reader chose another date, or "Move all to tomorrow" did */
    | { event: 'overridden' | 'postponed'; dueAt: Date }
    /** takes back an earlier line; a line that is taken back can be given back by undoing that */
    | { event: 'undone'; undoes: string }
  )

/**
 * Every card that a log amounts to. This is the definition of a card: what is stored must equal it.
 * @param log in any order; lines at the same instant count in the order of their ids
 */
export function replay(log: readonly ReviewEvent[]): Map<string, Card> {
  const cards = new Map<string, Card>()
  for (const line of effective(log)) {
    const key = cardKey(line)
    const card = cards.get(key) ?? (line.event === 'graded' ? newCard(line, line.at) : undefined)
    if (card === undefined) continue // a date for a card that has no review left
    cards.set(
      key,
      line.event === 'graded' ? review(card, line.grade, line.at) : moved(card, line.dueAt),
    )
  }
  return cards
}

export type Effective = Exclude<ReviewEvent, { event: 'undone' }>

/** What has not been taken back, oldest first. A line can only take back an older one. */
export function effective(log: readonly ReviewEvent[]): Effective[] {
  const ordered = log.toSorted((a, b) => a.at.getTime() - b.at.getTime() || compare(a.id, b.id))
  const undone = new Set<string>()
  const counted: Effective[] = []
  for (const line of ordered.toReversed()) {
    if (undone.has(line.id)) continue
    if (line.event === 'undone') undone.add(line.undoes)
    else counted.push(line)
  }
  return counted.toReversed()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
