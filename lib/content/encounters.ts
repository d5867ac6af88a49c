import { companies, type Question, questions, roles } from './questions.ts'

/** A question that somebody reports to have been asked at a company. */
export type Met = { question: Question; encounter: Question['encounters'][number] }

/**
 * Encounters with a company, in one role or in any; latest first, those without a date after all
 * others.
 */
export async function encountersAt(company: string, role?: string): Promise<Met[]> {
  const all = [...(await questions()).values()]
  return all
    .flatMap((question) => question.encounters.map((encounter) => ({ question, encounter })))
    .filter(({ encounter }) => encounter.company === company)
    .filter(({ encounter }) => role === undefined || encounter.role === role)
    .toSorted((a, b) => compare(b.encounter.seenAt ?? '', a.encounter.seenAt ?? ''))
}

/** Companies with an encounter, and the roles of these. */
export async function companyRoles(): Promise<{ company: string; role: string }[]> {
  const all = [...(await questions()).values()]
  const pairs = new Map(
    all
      .flatMap(({ encounters }) => encounters)
      .map(({ company, role }) => [`${company} ${role}`, { company, role }]),
  )
  return [...pairs.values()]
}

export async function titleOf(list: 'companies' | 'roles', id: string): Promise<string> {
  const names = await (list === 'companies' ? companies() : roles())
  return names.get(id)?.title ?? id
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
