import type { Bank } from './bank.ts'
import { type Level, LEVELS } from '#lib/quiz/kinds/rubric.ts'
import { type Blueprint, standard } from './blueprint.ts'

/** Interviews that need no thought: by length. */
export const presets: readonly {
  id: string
  title: string
  about: string
  blueprint: Blueprint
}[] = [
  {
    id: 'short',
    title: '20 minutes',
    about: 'Half of the time in words, half in questions that a machine checks.',
    blueprint: standard,
  },
  {
    id: 'medium',
    title: '40 minutes',
    about: 'The same, with what an interviewer asks next after each question in words.',
    blueprint: { ...standard, length: { minutes: 40 }, followUps: true },
  },
  {
    id: 'long',
    title: '60 minutes',
    about: 'A full round, with follow-ups.',
    blueprint: { ...standard, length: { minutes: 60 }, followUps: true },
  },
]

/** A company and a role that questions of the bank were asked for. */
export type CompanyPreset = {
  company: string
  role: string
  /** at which they were asked, lowest first; none where nobody has said */
  levels: Level[]
  sourced: number
}

/** In the bank's order. */
export function companyPresets(bank: Bank): CompanyPreset[] {
  const found = new Map<string, CompanyPreset>()
  for (const { company, role, level } of bank.flatMap(({ encounters }) => encounters)) {
    const key = `${company} ${role}`
    const known = found.get(key) ?? { company, role, levels: [], sourced: 0 }
    const levels = LEVELS.filter((each) => each === level || known.levels.includes(each))
    found.set(key, { ...known, levels, sourced: known.sourced + 1 })
  }
  return [...found.values()]
}

/** Drawn by role and level; the company's own questions more often. */
export function companyBlueprint({
  company,
  role,
  levels,
}: Pick<CompanyPreset, 'company' | 'role' | 'levels'>): Blueprint {
  return { ...standard, company, role, levels }
}
