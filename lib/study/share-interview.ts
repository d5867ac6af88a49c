import 'server-only'
import { randomBytes } from 'node:crypto'
import { findShared, itemsOf, updateInterview } from '#lib/db/interview.ts'
import { type Blueprint, decodeBlueprint } from '#lib/interview/blueprint.ts'
import { formOf, type ScreenKind } from '#lib/interview/form.ts'
import { changeInterview, type Refused } from './change-interview.ts'
import { type FormCount, formsOf } from './preview-interview.ts'

/**
 * Gives an interview an address under which anybody can take the same one, or takes it away. It says
 * what is asked, and nothing of who took it or what came of it.
 */
export function shareInterview(
  userId: string,
  id: string,
  isShared: boolean,
): Promise<{ shareId: string | null } | Refused> {
  return changeInterview<{ shareId: string | null }>(userId, id, async ({ tx, interview }) => {
    const shareId = isShared ? (interview.shareId ?? randomBytes(12).toString('base64url')) : null
    if (shareId !== interview.shareId) await updateInterview(tx, id, { shareId })
    return { shareId }
  })
}

/** What a shared interview consists of, without saying which questions. */
export type SharedInterview = {
  items: number
  minutes: number
  forms: FormCount[]
  blueprint: Blueprint
}

/** @returns null when nobody shares it under this address (any more) */
export async function openShared(shareId: string): Promise<SharedInterview | null> {
  const interview = await findShared(shareId)
  if (!interview) return null
  const items = await itemsOf(interview.id)
  return {
    items: items.length,
    minutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
    forms: formsOf(items.map(({ kind }) => formOf(kind as ScreenKind))),
    blueprint: decodeBlueprint(interview.blueprint).blueprint,
  }
}
