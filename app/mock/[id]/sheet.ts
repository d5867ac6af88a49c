import type { AnswerValue } from '#lib/study/interview-entry.ts'

/** One state of an answer on its way to the server; sent again under the same id it counts once. */
export type Revision = {
  id: string
  position: number
  base: number
  value: AnswerValue
  tab: string
}

export type Outcome =
  | { seq: number }
  /** somebody who had seen more was first */
  | { current: { seq: number; value: AnswerValue } }
  | { refused: string; message: string }
  | 'away'

export type SheetStatus =
  'empty' | 'typing' | 'saving' | 'saved' | 'kept' | 'changed-elsewhere' | 'refused'

/** What is kept on the device while the server does not have it. */
export type Copy = {
  base: number
  value: AnswerValue
  /** a revision that was sent and not answered: it may have arrived */
  sent: Revision | null
  /** what other tabs left behind, for the reader to look at */
  others: AnswerValue[]
}

export type SheetState = {
  value: AnswerValue
  status: SheetStatus
  /** what stands elsewhere, until the reader has said which goes on */
  other: AnswerValue | null
  /** why the server does not take it */
  message: string | null
  /** grows when the answer was changed by something else than this page's own input */
  turns: number
}

/** The world around a sheet: how it reaches the server, keeps a copy, waits, and tells of a change. */
export type Around = {
  tab: string
  newId(): string
  send(revision: Revision): Promise<Outcome>
  keep(copy: Copy | null): void
  /** @returns how to call it off */
  wait(ms: number, then: () => void): () => void
  changed(): void
}

export const PAUSE_MS = 500
export const AGAIN_MS = 1_000
/** A save that takes longer than this is said to be on the device alone, until its reply comes. */
export const TELL_MS = 1_000

/**
 * One answer: on the device at each change, on the server at each pause. What was sent and not answered
 * is sent again, the same, before anything newer goes: so the server never mistakes a reader's own
 * words, whose receipt was lost, for somebody else's. Neither text is overwritten by an older one.
 */
export function openSheet(
  position: number,
  server: { seq: number; value: AnswerValue },
  copies: readonly Copy[],
  around: Around,
) {
  const [copy, ...rest] = copies
  const others = [...(copy?.others ?? []), ...rest.flatMap((each) => [each.value, ...each.others])]
  let value = copy?.value ?? server.value
  let base = copy?.base ?? server.seq
  let sent = copy?.sent ?? null
  let isSaved = copy === undefined
  let sending: Promise<void> | null = null
  let conflict: { seq: number; value: AnswerValue; isLeft?: boolean } | null = null
  let status: SheetStatus = copy ? 'kept' : server.seq > 0 ? 'saved' : 'empty'
  let message: string | null = null
  let turns = 0
  let callOff = () => {}
  let state = snapshot()

  function snapshot(): SheetState {
    return { value, status, other: conflict?.value ?? null, message, turns }
  }

  function tell(next: SheetStatus) {
    status = next
    state = snapshot()
    around.changed()
  }

  function keep() {
    around.keep(isSaved && others.length === 0 ? null : { base, value, sent, others })
  }

  function plan(ms: number) {
    callOff()
    callOff = around.wait(ms, () => void save())
  }

  /**
   * Until a conflict is settled nothing is sent: the base is known to be stale.
   * @returns when the server has answered, also to what is written meanwhile
   */
  function save(): Promise<void> {
    callOff()
    if (isSaved || conflict) return Promise.resolve()
    return (sending ??= sendAll().finally(() => {
      sending = null
    }))
  }

  async function sendAll(): Promise<void> {
    do await sendOne()
    while (status === 'typing')
  }

  async function sendOne(): Promise<void> {
    const revision = sent ?? { id: around.newId(), position, base, value, tab: around.tab }
    sent = revision
    keep()
    tell('saving')
    const untell = around.wait(TELL_MS, () => tell('kept'))
    const outcome = await around.send(revision)
    untell()
    if (outcome === 'away') {
      tell('kept')
      plan(AGAIN_MS)
      return
    }
    sent = null
    if ('seq' in outcome) stored(revision, outcome.seq)
    else if ('current' in outcome) meetOther(outcome.current)
    else {
      message = outcome.message
      tell('refused')
    }
    keep()
  }

  function stored(revision: Revision, seq: number) {
    base = seq
    isSaved = isSame(value, revision.value)
    while (others[0] && isSame(others[0], value)) others.shift()
    if (!isSaved) tell('typing')
    else if (others[0]) meetOther({ seq, value: others[0], isLeft: true })
    else tell('saved')
  }

  function meetOther(current: NonNullable<typeof conflict>) {
    conflict = current
    tell('changed-elsewhere')
  }

  function put(next: AnswerValue) {
    value = next
    isSaved = false
    message = null
    keep()
  }

  return {
    state: () => state,
    isSaved: () => isSaved,
    save,
    edit(next: AnswerValue) {
      put(next)
      tell(conflict ? 'changed-elsewhere' : 'typing')
      if (!conflict) plan(PAUSE_MS)
    },
    /** Ends a conflict: this goes over what is stored elsewhere. */
    settle(next: AnswerValue) {
      if (!conflict) return
      base = conflict.seq
      if (conflict.isLeft) others.shift()
      conflict = null
      turns++
      put(next)
      void save()
    },
    /** What the server holds, asked for again: taken over where nothing here is unsaved. */
    meet(newer: { seq: number; value: AnswerValue }) {
      if (!isSaved || sending || newer.seq <= base) return
      base = newer.seq
      value = newer.value
      turns++
      tell('saved')
    },
    stop: () => callOff(),
  }
}

export type Sheet = ReturnType<typeof openSheet>

function isSame(a: AnswerValue, b: AnswerValue): boolean {
  return a.confidence === b.confidence && JSON.stringify(a.response) === JSON.stringify(b.response)
}
