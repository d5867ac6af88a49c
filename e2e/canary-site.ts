import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { freePort } from '#lib/boot/postmaster.mjs'
import { canaryItems } from './canaries.ts'

/** The question in whose place the canary sings: its address is one that the build knows. */
const HOST = 'content/questions/regularization/l1-vs-l2-regularization.mdx'
const SLUG = path.basename(HOST, '.mdx')

export type CanarySite = ReturnType<typeof canaryItems> & {
  url: string
  /** of the question's page */
  path: string
  questionId: string
  stop: () => Promise<void>
}

/**
 * The site as it is built, over a content of its own: the page of one question has not been drawn, so
 * the server draws it when it is asked for, from a file whose keys and reasons are canaries.
 */
export async function startCanarySite(): Promise<CanarySite> {
  const root = mkdtempSync(path.join(tmpdir(), 'ridgeline-canary-'))
  const known = canaryItems()
  linkSite(root)
  const questionId = writeQuestion(path.join(root, HOST), known)
  const server = await serve(root)
  return {
    ...known,
    url: server.url,
    path: `/questions/${SLUG}`,
    questionId,
    async stop() {
      await server.stop()
      rmSync(root, { recursive: true })
    },
  }
}

/** All of this checkout by links, but the content, what starts the server, and the page that was drawn. */
function linkSite(root: string) {
  link('.', root, ['content', 'lib', '.next', '.data', '.git'])
  link('lib', path.join(root, 'lib'), ['boot'])
  link('.next', path.join(root, '.next'), ['server', 'cache'])
  link('.next/server', path.join(root, '.next/server'), ['app'])
  mirror('.next/server/app', root)
  link('.next/cache', path.join(root, '.next/cache'), only('.next/cache', 'compressed'))
  // It takes the folder that it lies in for the checkout.
  cpSync('lib/boot', path.join(root, 'lib/boot'), { recursive: true })
  cpSync('content', path.join(root, 'content'), { recursive: true })
}

/** Folder by folder, file by link, without the page in whose place the canary is. */
function mirror(folder: string, root: string) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  for (const each of names) {
    const name = path.join(each.parentPath, each.name)
    if (name.split('/').some((part) => part.startsWith(`${SLUG}.`))) continue
    if (each.isDirectory()) mkdirSync(path.join(root, name), { recursive: true })
    else {
      mkdirSync(path.join(root, each.parentPath), { recursive: true })
      symlinkSync(path.resolve(name), path.join(root, name))
    }
  }
}

/** Names in a folder, but one. */
function only(folder: string, kept: string): string[] {
  return readdirSync(folder).filter((name) => name !== kept)
}

function link(from: string, to: string, but: readonly string[]) {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from))
    if (!but.includes(name)) symlinkSync(path.resolve(from, name), path.join(to, name))
}

/** @returns the question's id */
function writeQuestion(file: string, { items, rubric }: ReturnType<typeof canaryItems>): string {
  const front = parse(readFileSync(file, 'utf8').split(/^---$/m)[1]!) as { id: string }
  const written = { ...front, items, ...rubric, followUps: [], related: [], prerequisites: [] }
  const ids = Object.fromEntries(items.map(({ kind, id }) => [kind, id]))
  const prose = [
    '<ShortAnswer seconds={30}>\n\nIt sings.\n\n</ShortAnswer>',
    `<Demo id="geometry" state="1.budget~1" title="One" predict="${ids['predict']}" unlocks="1.budget~2" />`,
    `<Task id="${ids['task']}" title="Two" />`,
  ]
  writeFileSync(file, `---\n${stringify(written)}---\n\n${prose.join('\n\n')}\n`)
  return front.id
}

const PROGRAM = `
  const { serve } = await import(process.cwd() + '/lib/boot/serve.mjs')
  const server = await serve({ host: '127.0.0.1', port: Number(process.env.PORT) })
  process.on('SIGTERM', () => server.stop().then(() => process.exit(0)))
  process.stdout.write('ready\\n')`

async function serve(root: string) {
  const port = await freePort()
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
      AUTH_TRUST_HOST: 'true',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text
      if (/^ready$/m.test(said)) resolve()
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    void ended.then(() => reject(new Error(`the canary's site ended:\n${said}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
