import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/*
 * What pages weigh: npx tsx e2e/load/page-weight.ts FOLDER…, each with a production build (`npx next build`).
 * HTML as it is and compressed, and the scripts that it asks for first, compressed each by itself.
 */

const pages = ['index', 'questions', 'demos', 'questions/l1-vs-l2-regularization']

for (const folder of process.argv.slice(2)) {
  const app = join(folder, '.next/server/app')
  const questions = (await readdir(join(app, 'questions'))).filter((name) => name.endsWith('.html'))
  console.log(`\n${folder}: ${questions.length} pages of questions`)
  console.log('| page | HTML, kB | brotli, kB | scripts | their brotli, kB |')
  console.log('| --- | ---: | ---: | ---: | ---: |')
  // Of a generated bank the first copy of each question stands for it.
  const known = new Set(questions.map((name) => name.replace('.html', '')))
  for (const page of pages) {
    const name = page.replace('questions/', '')
    const path = !page.includes('/') || known.has(name) ? page : `questions/${first(known, name)}`
    console.log(await row(folder, app, path))
  }
}

function first(known: ReadonlySet<string>, name: string): string {
  return [...known].filter((each) => each.startsWith(`${name}-`)).toSorted()[0]!
}

async function row(folder: string, app: string, page: string): Promise<string> {
  const html = await readFile(join(app, `${page}.html`), 'utf8')
  const scripts = new Set(
    [...html.matchAll(/<script[^>]* src="\/_next\/([^"]+?)(?:\?[^"]*)?"[^>]*>/g)]
      // Browsers that read modules leave it out.
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, src]) => src!),
  )
  let sum = 0
  for (const src of scripts)
    sum += brotliCompressSync(await readFile(join(folder, '.next', src))).length
  const kB = (bytes: number) => (bytes / 1000).toFixed(1)
  const cells = [kB(html.length), kB(brotliCompressSync(html).length), scripts.size, kB(sum)]
  return `| /${page === 'index' ? '' : page} | ${cells.join(' | ')} |`
}
