import type { Bank } from './bank.ts'
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

/** One for each company and role that a question of the bank was asked for, in the bank's order. */
export function companyPresets(bank: Bank): { company: string; role: string; sourced: number }[] {
  const found = new Map<string, { company: string; role: string; sourced: number }>()
  for (const { company, role } of bank.flatMap(({ encounters }) => encounters)) {
    const key = `${company} ${role}`
    const known = found.get(key)
    if (known) known.sourced++
    else found.set(key, { company, role, sourced: 1 })
  }
  return [...found.values()]
}

export function companyBlueprint(company: string, role: string): Blueprint {
  return { ...standard, company, role }
}
