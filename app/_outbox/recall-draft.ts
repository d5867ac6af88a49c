import { keepAhead } from './ahead.ts'
import type { Local } from './draft-copy.ts'
import { drainSoon, recallAll } from './shelf.ts'

/**
 * A text of an earlier page, with what was typed in one that went before it had asked: that stands under
 * the key with a `+`, as does what this page has typed so far.
 * @param typed here, by now
 */
export async function recallDraft(key: string, typed: () => string): Promise<Local | null> {
  const all = (await recallAll(key)) as Map<string, Local>
  const early = `${key}+`
  const places = typed().startsWith(all.get(early)?.text ?? '') ? [key] : [key, early]
  const kept = places.flatMap((place) => all.get(place) ?? [])
  const whole = kept[0] && { ...kept[0], text: kept.map(({ text }) => text).join('\n\n') }
  if (kept.length > 1) keepAhead(key, whole)
  if (all.has(early)) keepAhead(early, null)
  drainSoon()
  return whole ?? null
}
