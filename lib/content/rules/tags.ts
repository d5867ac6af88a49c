import type { Finding } from '#lib/content/problem.ts'
import type { Vocabularies } from '#lib/content/vocabularies.ts'
import { type Page, words } from './page.ts'

/** What the front matter says of a question agrees with itself and with its evidence. */
export function tags(
  { question, yaml }: Page,
  { companies, roles, topics }: Vocabularies,
): Finding[] {
  const findings: Finding[] = []
  question.encounters.forEach(({ level, role }, index) => {
    if (level && !question.levels.includes(level))
      findings.push({
        ...yaml.placeOf(['encounters', index, 'level']),
        rule: 'tags/level',
        message: `it was asked at level “${level}”, which is not among its levels`,
        hint: `add ${level} to levels`,
      })
    if (roles.has(role) && !question.roles.includes(role))
      findings.push({
        ...yaml.placeOf(['encounters', index, 'role']),
        rule: 'tags/role',
        message: `it was asked for the role “${role}”, which is not among its roles`,
        hint: `add ${role} to roles`,
      })
  })
  for (const [id, { title }] of companies) {
    const isSourced = question.encounters.some(({ company }) => company === id)
    for (const key of ['title', 'asked'] as const)
      if (!isSourced && words(question[key]).includes(words(title)))
        findings.push({
          ...yaml.placeOf([key]),
          rule: 'tags/company-without-evidence',
          message: `${title} is named, but no encounter says who asked it there`,
          hint: 'add the encounter with its evidence, or leave the name out',
        })
  }
  if ([...topics.values()].some(({ parent }) => parent === question.topic))
    findings.push({
      ...yaml.placeOf(['topic']),
      severity: 'warning',
      rule: 'tags/broad-topic',
      message: `“${question.topic}” has narrower topics`,
      hint: 'choose one of them if it fits',
    })
  return findings
}
