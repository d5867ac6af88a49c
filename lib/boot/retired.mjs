import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './root.mjs'

/**
 * Where retired questions were: their addresses and older ones, each with the question's slug. Read from the
 * files as they are, since the configuration of a build knows nothing of the bank.
 * @returns {Map<string, string>} "/questions/old" → slug
 */
export function retiredAddresses(root = ROOT) {
  const folder = path.join(root, 'content', 'questions')
  const found = new Map()
  for (const name of filesIn(folder)) {
    const [, front = ''] =
      /^---\s*\n([\s\S]*?)\n---/.exec(readFileSync(path.join(folder, name), 'utf8')) ?? []
    if (!/^status:\s*["']?retired\b/m.test(front)) continue
    const slug = path.basename(name, '.mdx')
    for (const each of [slug, ...aliasesIn(front)]) found.set(`/questions/${each}`, slug)
  }
  return found
}

/** A flow list on one line, or a block of items. @param {string} front @returns {string[]} */
function aliasesIn(front) {
  const [, flow, block = ''] =
    /^aliases:[ \t]*(?:\[([^\]]*)\]|\n((?:[ \t]*-[ \t].*\n?)*))/m.exec(front) ?? []
  return (flow ?? block).match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.mdx'),
    )
  } catch {
    return []
  }
}

/**
 * A page of what is gone says so in its status too, which a page of Next's cannot. It is another page than
 * its address says, which the policy of its scripts has to know.
 * @param {import('./serve.mjs').Handler} handle
 * @param {ReadonlyMap<string, string>} retired path → slug
 * @returns {import('./serve.mjs').Handler}
 */
export function sayingGone(handle, retired = retiredAddresses()) {
  return (request, response) => {
    const [path = '', ...query] = (request.url ?? '').split('?')
    const slug = retired.get(path)
    if (slug !== undefined) {
      request.url = [`/questions/retired/${slug}`, ...query].join('?')
      const writeHead = response.writeHead.bind(response)
      response.writeHead = /** @type {any} */ (
        (/** @type {[number, any]} */ ...[status, ...rest]) =>
          writeHead(status === 200 ? 410 : status, ...rest)
      )
    }
    return handle(request, response)
  }
}
