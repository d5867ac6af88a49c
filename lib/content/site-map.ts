import { figures } from '#lib/figures/index.ts'
import { companyRoles } from './encounters.ts'
import { questions, topics } from './questions.ts'

/** A page that is the same for everybody, as a path; and when it last changed, if it says so. */
export type Place = { path: string; updated?: string }

/** Every page that somebody may come to from outside. */
export async function sitePlaces(): Promise<Place[]> {
  const all = [...(await questions()).values()]
  const tree = await topics()
  const pairs = await companyRoles()
  const used = new Set<string>()
  for (const { topic } of all) {
    for (let at = tree.get(topic); at; at = tree.get(at.parent ?? '')) used.add(at.id)
  }
  return [
    { path: '/' },
    { path: '/questions' },
    ...all.map(({ slug, updated }) => ({ path: `/questions/${slug}`, updated })),
    ...[...tree.keys()].filter((id) => used.has(id)).map((id) => ({ path: `/topics/${id}` })),
    ...[...new Set(pairs.map(({ company }) => company))].map((id) => ({
      path: `/companies/${id}`,
    })),
    ...pairs.map(({ company, role }) => ({ path: `/companies/${company}/${role}` })),
    { path: '/demos' },
    ...Object.keys(figures).map((id) => ({ path: `/demos/${id}` })),
    { path: '/about/scoring' },
    { path: '/about/evidence' },
  ]
}
