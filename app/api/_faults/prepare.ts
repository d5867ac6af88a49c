import { db } from '#lib/db/client.ts'
import { letter } from './letter.ts'
import { type Listed, type openSite, send } from './site.ts'
import { type Somebody, somebody } from './somebody.ts'
import { type Ask, specimens, type Wanted } from './specimens.ts'

type Site = Awaited<ReturnType<typeof openSite>>

export type Prepared = { route: Listed; person: Somebody; wanted: Wanted }

/** A right request of a route, and somebody new who may make it, with all that it needs. */
export async function prepare(site: Site, name: string): Promise<Prepared> {
  const route = routeOf(site, name)
  const { alone, make } = specimens[name]!
  const role = name.startsWith('people.') ? 'admin' : 'reader'
  const person = await somebody(alone ? 'anonymous' : role)
  const wanted = await make(asking(site, person), letter)
  return { route, person, wanted: (await FURTHER[name]?.(site, person, wanted)) ?? wanted }
}

/** Sends what a specimen needs. @throws if it is refused, which is a mistake in the test */
export function asking(site: Site, person: Somebody): Ask {
  return async (name, wanted) => {
    const reply = await send(routeOf(site, name), person, wanted)
    if (reply.status >= 300) throw new Error(`${name}: ${reply.status} ${reply.text}`)
    return reply.json
  }
}

export function routeOf(site: Site, name: string): Listed {
  return site.routes.find(({ entry }) => entry.name === name)!
}

/** What only the database can bring about here. */
const FURTHER: Record<
  string,
  (site: Site, person: Somebody, wanted: Wanted) => Promise<Wanted | undefined>
> = {
  'import.json': async (site, _person, { body }) => {
    const other = asking(site, await somebody('reader'))
    await other('attempts.submit', await specimens['attempts.submit']!.make(other, letter))
    await other('drafts.save', await specimens['drafts.save']!.make(other, letter))
    return { body: { ...(body as object), file: await other('export.json') } }
  },
  'people.set-role': async (_site, _person, wanted) => ({
    ...wanted,
    params: { id: (await somebody('reader')).id! },
  }),
  'services.unlink': async (_site, { id }) => {
    const account = { type: 'oauth', provider: 'github', providerAccountId: id!, userId: id! }
    await db().account.create({ data: account })
    return undefined
  },
}
