'use client'

import { useSyncExternalStore } from 'react'
import { ulid } from '#app/_outbox/ulid.ts'
import { emptyResponse, isUntouched, type ItemResponse } from '#lib/quiz/kinds/item.ts'
import type { AnswerValue } from '#lib/study/interview-entry.ts'
import { type Found, keepCopy } from './copies.ts'
import { type OpenInterview, type Screen, sendRevision } from './requests.ts'
import { openSheet, type Sheet, type SheetState } from './sheet.ts'

export type Answers = ReturnType<typeof openAnswers>

/** All answers of an interview in this tab. @param found copies of tabs that are gone */
export function openAnswers({ id, screens }: OpenInterview, tab: string, found: readonly Found[]) {
  const readers = new Set<() => void>()
  let version = 0
  const sheets = screens.map((screen): Sheet => {
    const { position, seq } = screen
    const mine = found.filter((each) => each.position === position)
    const sheet = openSheet(
      position,
      { seq, value: screen.value ?? blank(screen) },
      mine.map(({ copy }) => copy),
      {
        tab,
        newId: () => ulid(),
        send: (revision) => sendRevision(id, revision),
        keep(copy) {
          keepCopy(id, position, tab, copy)
          // Taken up: from now on this tab keeps it.
          for (const each of mine.splice(0))
            if (each.tab !== tab) keepCopy(id, position, each.tab, null)
        },
        wait(ms, then) {
          const timer = setTimeout(then, ms)
          return () => clearTimeout(timer)
        },
        changed() {
          version++
          for (const reader of readers) reader()
        },
      },
    )
    if (mine.length > 0) void sheet.save()
    return sheet
  })
  return {
    /** grows with each change of any answer */
    version: () => version,
    at: (position: number): SheetState => sheets[position]!.state(),
    edit: (position: number, value: AnswerValue) => sheets[position]!.edit(value),
    settle: (position: number, value: AnswerValue) => sheets[position]!.settle(value),
    save: (position: number) => void sheets[position]!.save(),
    /** @returns when the server has answered, whatever it said */
    saveAll: () => Promise.all(sheets.map((sheet) => sheet.save())).then(() => {}),
    /** Positions of what the server does not have. */
    unsaved: () => sheets.flatMap((sheet, position) => (sheet.isSaved() ? [] : [position])),
    /** What the server holds, asked for again. */
    meet(newer: readonly Screen[]) {
      for (const screen of newer)
        sheets[screen.position]?.meet({ seq: screen.seq, value: screen.value ?? blank(screen) })
    },
    subscribe(reader: () => void) {
      readers.add(reader)
      return () => void readers.delete(reader)
    },
    stop: () => sheets.forEach((sheet) => sheet.stop()),
  }
}

export function useSheet(answers: Answers, position: number): SheetState {
  const read = () => answers.at(position)
  return useSyncExternalStore(answers.subscribe, read, read)
}

/** What a screen begins with. */
export function blank({ ask }: Screen): AnswerValue {
  return { response: 'item' in ask ? emptyResponse(ask.item) : '', confidence: null }
}

/** Whether there is an answer, complete or not. */
export function isAnswered({ ask }: Screen, { response }: AnswerValue): boolean {
  return 'item' in ask
    ? !isUntouched(ask.item, response as ItemResponse)
    : String(response ?? '').trim() !== ''
}
