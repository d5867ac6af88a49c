import type { Bank, Question } from '#lib/content/bank.ts'

/** From the widest topic to the question's own. */
export function trailOf({ topic }: Question, { topics }: Bank) {
  const trail: { title: string; href: string }[] = []
  for (let at = topics.get(topic); at; at = topics.get(at.parent ?? ''))
    trail.unshift({ title: at.title, href: `/topics/${at.id}` })
  return trail
}

/** Where it was asked, for whom, at which levels, and how long it takes. */
export function factsOf({ encounters, levels, roles, minutes }: Question, bank: Bank) {
  const title = (list: Bank['roles'], id: string) => list.get(id)?.title ?? id
  const [met] = encounters
  return [
    ...(met ? [{ name: 'Asked at', value: title(bank.companies, met.company) }] : []),
    {
      name: 'Role',
      value: (met ? [met.role] : roles).map((id) => title(bank.roles, id)).join(', '),
    },
    { name: 'Level', value: (met?.level ? [met.level] : levels).join(', ') },
    { name: 'Time', value: `${minutes} min` },
  ]
}
