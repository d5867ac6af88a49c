import { basename } from 'node:path'
import { parse } from 'yaml'
import { didYouMean } from './nearest.ts'
import { plainYaml } from './plain-yaml.ts'
import type { Finding } from './problem.ts'
import type { Question } from './question-file.ts'
import type { YamlFile } from './yaml-file.ts'

/** What other questions have to know of one: found without reading the rest of its file. */
export type Head = Pick<
  Question,
  'id' | 'slug' | 'path' | 'title' | 'aliases' | 'status' | 'updated' | 'prerequisites' | 'related'
>

/** All questions as far as they concern each other. */
export type Catalogue = {
  /** by slug, newest first, then by title; of every status */
  questions: ReadonlyMap<string, Head>
  /** who has an id, and who an address, in the order of the files: two are one too many */
  ids: ReadonlyMap<string, Head[]>
  addresses: ReadonlyMap<string, Head[]>
}

export function catalogueOf(heads: readonly Head[]): Catalogue {
  const ids = new Map<string, Head[]>()
  const addresses = new Map<string, Head[]>()
  const add = (to: Map<string, Head[]>, key: string, head: Head) => {
    const known = to.get(key)
    if (known) known.push(head)
    else to.set(key, [head])
  }
  for (const head of heads) {
    add(ids, head.id, head)
    for (const address of new Set([head.slug, ...head.aliases])) add(addresses, address, head)
  }
  return { questions: bySlug(heads), ids, addresses }
}

export function bySlug<H extends Head>(heads: readonly H[]): ReadonlyMap<string, H> {
  return new Map(
    heads
      .toSorted((a, b) => order(b.updated, a.updated) || order(a.title, b.title))
      .map((head) => [head.slug, head] as const),
  )
}

/** The head of a question that is read anyway. */
export function headIn(question: Question): Head {
  const { id, slug, path, title, aliases, status, updated, prerequisites, related } = question
  return { id, slug, path, title, aliases, status, updated, prerequisites, related }
}

/**
 * The head of a file, from the few keys of its front matter that it takes: the rest is most of the text, and
 * reading it is most of the time. A file without an id has no place among the others.
 */
export function headOf(path: string, text: string): Head | null {
  const [, front = ''] = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$/m.exec(text) ?? []
  // A key of the whole begins its line, and what belongs to it does not look like one.
  const entries = front.split(/^(?=[A-Za-z]+:)/m).filter((entry) => wanted.test(entry))
  const said = values(entries.join(''))
  const words = (value: unknown) =>
    Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
  if (typeof said?.['id'] !== 'string') return null
  return {
    id: said['id'],
    slug: basename(path, '.mdx'),
    path,
    title: String(said['title'] ?? ''),
    aliases: words(said['aliases']),
    status: said['status'] as Head['status'],
    updated: String(said['updated'] ?? ''),
    prerequisites: words(said['prerequisites']),
    related: words(said['related']),
  }
}

const wanted = /^(id|title|aliases|status|updated|prerequisites|related):/

function values(yaml: string): Record<string, unknown> | null {
  try {
    return (plainYaml(yaml) ?? parse(yaml)) as Record<string, unknown> | null
  } catch {
    return null
  }
}

/** Ids and addresses are unique in the bank, and what is named exists. */
export function references(head: Head, yaml: () => YamlFile, all: Catalogue): Finding[] {
  const findings: Finding[] = []
  const otherIn = (list: readonly Head[] | undefined) =>
    list?.find((other) => other.path !== head.path)
  const twin = otherIn(all.ids.get(head.id))
  if (twin)
    findings.push({
      ...yaml().placeOf(['id']),
      rule: 'ids/duplicate',
      message: `id “${head.id}” is also that of ${twin.path}`,
    })
  const own = [head.slug, ...head.aliases]
  own.forEach((address, index) => {
    const holder = otherIn(all.addresses.get(address))
    if (holder)
      findings.push({
        ...yaml().placeOf(index === 0 ? [] : ['aliases', index - 1]),
        rule: 'ids/duplicate-address',
        message: `/questions/${address} is also the address of ${holder.path}`,
      })
  })
  for (const list of ['prerequisites', 'related'] as const)
    head[list].forEach((id, index) => {
      if (otherIn(all.ids.get(id))) return
      findings.push({
        ...yaml().placeOf([list, index]),
        rule: 'ids/unknown',
        message: id === head.id ? 'a question cannot name itself' : `there is no question “${id}”`,
        ...didYouMean(
          id,
          [...all.ids.keys()].filter((each) => each !== head.id),
        ),
      })
    })
  return findings
}

/** By code units, so that the order does not depend on the machine's language. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
