import 'server-only'
import { z } from 'zod'
import { findSettings, putSettings, type SettingsRow } from '#lib/db/settings.ts'
import { transaction } from '#lib/db/transaction.ts'
import { holdOwner } from '#lib/db/user.ts'
import { LEVELS } from '#lib/quiz/kinds/rubric.ts'
import { day } from './our-time.ts'

/** What a reader has chosen, or the defaults. Days are YYYY-MM-DD. */
export type Settings = Omit<SettingsRow, 'interviewOn'> & { interviewOn: string | null }

export const settingsInput = z
  .strictObject({
    timeZone: z.string().max(60).refine(isZone, 'is not a time zone'),
    dailyMinutes: z.int().min(5).max(240),
    interviewOn: day.nullable(),
    interviewTarget: z.number().min(0.5).max(0.99),
    daysOff: z.array(day).max(200),
    habitHidden: z.boolean(),
    level: z.enum(LEVELS),
    blind: z.boolean(),
  })
  .partial()

export async function readSettings(userId: string | null): Promise<Settings> {
  const row = userId === null ? null : await findSettings(userId)
  return row ? view(row) : defaults
}

/** @returns null when there is nobody under that id any more */
export function saveSettings(
  userId: string,
  input: z.infer<typeof settingsInput>,
): Promise<Settings | null> {
  return transaction(async (tx) => {
    const owner = await holdOwner(tx, userId)
    if (owner === null) return null
    const { interviewOn, ...rest } = input
    const date = interviewOn && new Date(`${interviewOn}T00:00:00Z`)
    const patch = interviewOn === undefined ? rest : { ...rest, interviewOn: date ?? null }
    return view(await putSettings(tx, owner, patch as Partial<SettingsRow>))
  })
}

const defaults: Settings = {
  timeZone: 'UTC',
  dailyMinutes: 20,
  interviewOn: null,
  interviewTarget: 0.85,
  daysOff: [],
  habitHidden: false,
  level: null,
  blind: null,
}

function view({ interviewOn, ...row }: SettingsRow): Settings {
  return { ...row, interviewOn: interviewOn?.toISOString().slice(0, 10) ?? null }
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
