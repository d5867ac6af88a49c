import 'server-only'
import { db } from './client.ts'
import type { Settings } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

export type SettingsRow = Omit<Settings, 'userId' | 'updatedAt'>

const visible = {
  timeZone: true,
  dailyMinutes: true,
  interviewOn: true,
  interviewTarget: true,
  daysOff: true,
  habitHidden: true,
  level: true,
  blind: true,
} as const

export function findSettings(userId: string, tx: Transaction = db()): Promise<SettingsRow | null> {
  return tx.settings.findUnique({ where: { userId }, select: visible })
}

export function putSettings(
  tx: Transaction,
  userId: string,
  patch: Partial<SettingsRow>,
): Promise<SettingsRow> {
  return tx.settings.upsert({
    where: { userId },
    create: { userId, ...patch },
    update: patch,
    select: visible,
  })
}
