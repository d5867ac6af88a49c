import { useSyncExternalStore } from 'react'
import { MOST_CHOSEN } from '#lib/interview/blueprint.ts'

/** A question that was put into the next interview. */
export type Chosen = { id: string; minutes: number }

const KEY = 'ridgeline.tray'
const NONE: readonly Chosen[] = []

/** What this device holds, and the text that it was read from: the same text is the same list. */
let known: { text: string | null; chosen: readonly Chosen[] } = { text: null, chosen: NONE }
/** Where storage is refused the list lasts as long as the page. */
let unstored: string | null = null
const readers = new Set<() => void>()

/** The questions chosen for the next interview, on this device, in the order of choosing. */
export function useTray(): readonly Chosen[] {
  return useSyncExternalStore(listen, readTray, () => NONE)
}

export function readTray(): readonly Chosen[] {
  const text = stored()
  if (text !== known.text) known = { text, chosen: parse(text) }
  return known.chosen
}

/** Puts a question in, or takes it out again. @returns false when the tray is full */
export function toggleInTray(question: Chosen): boolean {
  const chosen = readTray()
  const others = chosen.filter(({ id }) => id !== question.id)
  if (others.length === chosen.length && others.length >= MOST_CHOSEN) return false
  const { id, minutes } = question
  write(others.length < chosen.length ? others : [...others, { id, minutes }])
  return true
}

export function emptyTray(): void {
  write(NONE)
}

function write(chosen: readonly Chosen[]): void {
  const text = chosen.length > 0 ? JSON.stringify(chosen) : null
  try {
    if (text === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, text)
    unstored = null
  } catch {
    unstored = text
  }
  for (const reader of readers) reader()
}

function stored(): string | null {
  try {
    return unstored ?? localStorage.getItem(KEY)
  } catch {
    return unstored
  }
}

/** Whatever stands there: what cannot be read is no choice. */
function parse(text: string | null): readonly Chosen[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list.filter(isChosen).slice(0, MOST_CHOSEN) : NONE
  } catch {
    return NONE
  }
}

function isChosen(each: unknown): each is Chosen {
  const { id, minutes } = (each ?? {}) as Partial<Chosen>
  return typeof id === 'string' && /^[a-z0-9-]{1,40}$/.test(id) && Number(minutes) > 0
}

/** Other tabs change it too. */
function listen(reader: () => void): () => void {
  readers.add(reader)
  addEventListener('storage', reader)
  return () => {
    readers.delete(reader)
    removeEventListener('storage', reader)
  }
}
