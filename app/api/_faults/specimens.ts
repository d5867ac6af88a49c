import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ulid } from 'ulid'

/*
 * Of each route a request that is right: what attacks are made from, what faults are put into, and what is
 * sent twice. Only what a client can know is used, so that they serve with and without a server.
 */

/** Sends a request of the same person. @throws if it is refused */
export type Ask = (name: string, request?: Wanted) => Promise<unknown>

export type Wanted = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
}

export type Specimen = {
  method: string
  path: string
  /** Whose it is may be learnt by nobody else: with it others get 404. */
  owned?: true
  /** its answer holds what its owner wrote */
  shows?: true
  /** nobody is signed in by it, and it needs nobody: each call is somebody else's */
  alone?: true
  /** read from the built site, which need not be there: asked in e2e */
  built?: true
  /** Prepares what it needs, through other requests of the same person. */
  make: (ask: Ask, letter: Letter) => Promise<Wanted> | Wanted
}

/** The token of a letter, which no client gets otherwise. */
export type Letter = (purpose: 'reset' | 'signUp') => Promise<string>

export const QUESTION = 'reg-0001'
const FILE = 'content/questions/regularization/l1-vs-l2-regularization.mdx'
export const SLUG = 'l1-vs-l2-regularization'

/** Of the password that a letter's account waits with, made quickly. */
export const PASSWORD_HASH =
  '$argon2id$v=19$m=64,t=1,p=1$3Hd+ADAGgIMGALDAtCN8pg$uSay5Nb/sjYqfk79tCWUa5Z/witmUu3+ycgD79zY2gQ'

/** In everything that the owner writes, and nowhere else. */
export const CANARY = 'zqcanaryxv'

/** @returns the SHA-256 of the question's file as its page carries it */
export function contentHash(): string {
  const text = readFileSync(FILE, 'utf8').replaceAll('\r\n', '\n')
  return createHash('sha256').update(text).digest('hex')
}

export function answerEntry(id = ulid(), text = `The lasso gives exact zeros. ${CANARY}`) {
  return {
    id,
    itemId: `${QUESTION}/answer`,
    contentHash: contentHash(),
    response: { text, skipped: false },
    confidence: 2,
    elapsedMs: 1234,
  }
}

export function rubricEntry(answerId: string, id = ulid()) {
  return {
    id,
    itemId: `${QUESTION}/rubric`,
    contentHash: contentHash(),
    response: { answerId, level: 'mid', quotes: { zeros: [[4, 28]] }, ticked: ['penalties'] },
  }
}

export const grade = (more: object = {}) => ({
  id: ulid(),
  questionId: QUESTION,
  event: 'graded',
  grade: 3,
  ...more,
})

const api = '/api'
const me = `${api}/me`
const at = `${me}/questions/[id]`
const interview = `${api}/interviews/[id]`

export const specimens: Record<string, Specimen> = {
  'account.change-password': {
    method: 'PUT',
    path: `${me}/password`,
    make: () => ({ body: { current: 'correct horse battery', password: 'another horse battery' } }),
  },
  'account.confirm': {
    method: 'POST',
    path: `${api}/confirm`,
    alone: true,
    make: async (_ask, letter) => ({
      body: { token: await letter('signUp'), password: 'correct horse battery' },
    }),
  },
  'account.forgot': {
    method: 'POST',
    path: `${api}/forgot`,
    alone: true,
    make: () => ({ body: { email: 'nobody@example.org' } }),
  },
  'account.reset': {
    method: 'POST',
    path: `${api}/reset`,
    alone: true,
    make: async (_ask, letter) => ({
      body: { token: await letter('reset'), password: 'another horse battery' },
    }),
  },
  'account.sign-up': {
    method: 'POST',
    path: `${api}/sign-up`,
    alone: true,
    make: () => ({
      body: { email: `${ulid()}@example.org`.toLowerCase(), password: 'correct horse battery' },
    }),
  },
  'attempts.submit': {
    method: 'POST',
    path: `${api}/attempts`,
    shows: true,
    make() {
      const answer = answerEntry()
      return { body: { attempts: [answer, rubricEntry(answer.id)] } }
    },
  },
  'drafts.save': {
    method: 'PUT',
    path: `${at}/draft`,
    make: () => ({ params: { id: QUESTION }, body: { base: 0, text: `a draft ${CANARY}` } }),
  },
  'export.anki': { method: 'GET', path: `${api}/export/anki`, make: written },
  'export.json': { method: 'GET', path: `${api}/export/json`, shows: true, make: written },
  feed: { method: 'GET', path: '/feed.xml', make: nothing },
  'service-worker': { method: 'GET', path: '/service-worker', built: true, make: nothing },
  health: { method: 'GET', path: `${api}/health`, make: nothing },
  'import.json': {
    method: 'POST',
    path: `${api}/import/json`,
    make: async (ask) => {
      await written(ask)
      return { body: { apply: true, file: await ask('export.json') } }
    },
  },
  'interviews.again': {
    method: 'POST',
    path: `${interview}/again`,
    owned: true,
    make: async (ask) => ({ params: { id: await started(ask) }, body: { id: ulid() } }),
  },
  'interviews.clock': {
    method: 'POST',
    path: `${interview}/clock`,
    owned: true,
    make: async (ask) => ({ params: { id: await started(ask) }, body: { clock: 'pause' } }),
  },
  'interviews.end': {
    method: 'POST',
    path: `${interview}/end`,
    owned: true,
    make: async (ask) => ({ params: { id: await answered(ask) }, body: {} }),
  },
  'interviews.list': { method: 'GET', path: `${api}/interviews`, make: begun },
  'interviews.open': {
    method: 'GET',
    path: interview,
    owned: true,
    shows: true,
    make: async (ask) => ({ params: { id: await answered(ask) } }),
  },
  'interviews.place': {
    method: 'POST',
    path: `${interview}/place`,
    owned: true,
    make: async (ask) => ({
      params: { id: await started(ask) },
      body: { to: 1, marks: [{ position: 0, flagged: true }] },
    }),
  },
  'interviews.preview': {
    method: 'GET',
    path: `${api}/interviews/preview`,
    make: () => ({ query: { blueprint: BLUEPRINT, seed: '7' } }),
  },
  'interviews.report': {
    method: 'GET',
    path: `${interview}/report`,
    owned: true,
    shows: true,
    make: async (ask) => ({ params: { id: await ended(ask) } }),
  },
  'interviews.save': {
    method: 'POST',
    path: `${interview}/responses`,
    owned: true,
    make: async (ask) => ({ params: { id: await started(ask) }, body: response() }),
  },
  'interviews.share': {
    method: 'POST',
    path: `${interview}/share`,
    owned: true,
    make: async (ask) => ({ params: { id: await started(ask) }, body: { shared: true } }),
  },
  'interviews.shared': {
    method: 'GET',
    path: `${api}/interviews/shared/[share]`,
    make: async (ask) => ({ params: { share: await shared(ask) } }),
  },
  'interviews.start': {
    method: 'POST',
    path: `${api}/interviews`,
    make: () => ({ body: { id: ulid(), blueprint: BLUEPRINT, seed: 7 } }),
  },
  'interviews.take': {
    method: 'POST',
    path: `${api}/interviews/shared/[share]`,
    make: async (ask) => ({ params: { share: await shared(ask) }, body: { id: ulid() } }),
  },
  'kinds.grade': {
    method: 'POST',
    path: `${api}/kinds/[kind]`,
    make: () => ({ params: { kind: 'numeric' }, body: { response: '0.5' } }),
  },
  'kinds.source': {
    method: 'GET',
    path: `${api}/kinds/[kind]`,
    make: () => ({ params: { kind: 'numeric' } }),
  },
  'marks.set': {
    method: 'PUT',
    path: `${at}/marks`,
    make: () => ({ params: { id: QUESTION }, body: { kind: 'starred', on: true } }),
  },
  'me.attempt': {
    method: 'GET',
    path: `${me}/history/[id]`,
    owned: true,
    shows: true,
    make: async (ask) => ({ params: { id: await answer(ask) } }),
  },
  'me.delete': {
    method: 'DELETE',
    path: me,
    make: () => ({ body: { confirm: 'delete everything', password: 'correct horse battery' } }),
  },
  'me.history': { method: 'GET', path: `${me}/history`, shows: true, make: written },
  'me.progress': { method: 'GET', path: `${me}/progress`, make: written },
  'me.question': {
    method: 'GET',
    path: at,
    shows: true,
    make: async (ask) => ({ ...(await written(ask)), params: { id: QUESTION } }),
  },
  'me.show': { method: 'GET', path: me, make: nothing },
  'me.statuses': { method: 'GET', path: `${me}/statuses`, make: written },
  'me.today': { method: 'GET', path: `${me}/today`, make: reviewed },
  'me.today.brief': { method: 'GET', path: `${me}/today/brief`, make: reviewed },
  metrics: { method: 'GET', path: `${api}/metrics`, make: nothing },
  'notes.save': {
    method: 'PUT',
    path: `${at}/note`,
    make: () => ({ params: { id: QUESTION }, body: { base: 0, text: `a note ${CANARY}` } }),
  },
  'people.first-admin': {
    method: 'POST',
    path: `${api}/people/first`,
    make: () => ({ body: { token: 'a token that was never given' } }),
  },
  'people.list': { method: 'GET', path: `${api}/people`, make: () => ({ query: { q: 'a' } }) },
  'people.set-role': {
    method: 'PUT',
    path: `${api}/people/[id]/role`,
    make: () => ({ params: { id: 'nobody' }, body: { role: 'author' } }),
  },
  ready: { method: 'GET', path: `${api}/ready`, make: nothing },
  'reports.add': {
    method: 'POST',
    path: `${at}/reports`,
    make: () => ({
      params: { id: QUESTION },
      body: {
        id: ulid(),
        contentHash: contentHash(),
        text: `a slip ${CANARY}`,
        context: { page: `/questions/${SLUG}`, figures: ['/demos/paths?s=1.lambda~1'], seeds: {} },
      },
    }),
  },
  'reviews.record': {
    method: 'POST',
    path: `${me}/reviews`,
    async make(ask) {
      const attempt = await answer(ask)
      const rubric = rubricEntry(attempt)
      await ask('attempts.submit', { body: { attempts: [rubric] } })
      return { body: { reviews: [grade({ attemptId: rubric.id })] } }
    },
  },
  'search.index': { method: 'GET', path: `${api}/search`, make: nothing },
  'services.show': { method: 'GET', path: `${me}/services`, make: nothing },
  'services.unlink': {
    method: 'DELETE',
    path: `${me}/services`,
    make: () => ({ body: { service: 'github' } }),
  },
  'sessions.end': {
    method: 'DELETE',
    path: `${me}/sessions/[name]`,
    owned: true,
    make: async (ask) => {
      const { sessions } = (await ask('sessions.show')) as { sessions: { name: string }[] }
      return { params: { name: sessions[0]?.name ?? 'nobody-is-signed-in-yet' }, body: {} }
    },
  },
  'sessions.end-others': { method: 'DELETE', path: `${me}/sessions`, make: () => ({ body: {} }) },
  'sessions.show': { method: 'GET', path: `${me}/sessions`, make: nothing },
  'settings.save': {
    method: 'PATCH',
    path: `${me}/settings`,
    make: () => ({ body: { timeZone: 'Europe/Paris', dailyMinutes: 25, daysOff: ['2026-12-24'] } }),
  },
  'settings.show': { method: 'GET', path: `${me}/settings`, make: nothing },
  variants: {
    method: 'GET',
    path: `${api}/variants/[question]/[item]`,
    make: () => ({ params: { question: 'eval-0001', item: 'another' }, query: { seed: '3' } }),
  },
  'write.changes': {
    method: 'GET',
    path: `${api}/write/[slug]/changes`,
    make: () => ({ params: { slug: SLUG } }),
  },
  'write.fix': {
    method: 'POST',
    path: `${api}/write/[slug]/fix`,
    make: () => ({ params: { slug: SLUG }, body: { rule: 'spelling', line: 1, column: 1 } }),
  },
  'write.grade': {
    method: 'POST',
    path: `${api}/write/[slug]/grade`,
    make: () => ({
      params: { slug: SLUG },
      body: { item: 'monthly-list', seed: 0, response: 'x' },
    }),
  },
}

/** Names of those that need no built site. */
export const NAMES = Object.keys(specimens).filter((name) => !specimens[name]!.built)

const BLUEPRINT = '1.forms~written_length~2'

async function noLetter(): Promise<string> {
  throw new Error('no letter is needed for this')
}

function nothing(): Wanted {
  return {}
}

/** A first answer in words, stored. */
async function answer(ask: Ask): Promise<string> {
  const entry = answerEntry()
  await ask('attempts.submit', { body: { attempts: [entry] } })
  return entry.id
}

/** Something of everything that a reader writes. */
async function written(ask: Ask): Promise<Wanted> {
  await answer(ask)
  for (const name of ['drafts.save', 'notes.save', 'reports.add'])
    await ask(name, await specimens[name]!.make(ask, noLetter))
  return {}
}

async function reviewed(ask: Ask): Promise<Wanted> {
  await ask('reviews.record', await specimens['reviews.record']!.make(ask, noLetter))
  return {}
}

async function started(ask: Ask): Promise<string> {
  const id = ulid()
  await ask('interviews.start', { body: { id, blueprint: BLUEPRINT, seed: 7 } })
  return id
}

async function begun(ask: Ask): Promise<Wanted> {
  await started(ask)
  return {}
}

function response() {
  const value = { response: `An answer in words. ${CANARY}`, confidence: 2 }
  return { id: ulid(), position: 0, base: 0, value, tab: 'tab-1' }
}

async function answered(ask: Ask): Promise<string> {
  const id = await started(ask)
  await ask('interviews.save', { params: { id }, body: response() })
  return id
}

async function ended(ask: Ask): Promise<string> {
  const id = await answered(ask)
  await ask('interviews.end', { params: { id }, body: {} })
  return id
}

async function shared(ask: Ask): Promise<string> {
  const id = await started(ask)
  const reply = await ask('interviews.share', { params: { id }, body: { shared: true } })
  return (reply as { shareId: string }).shareId
}
