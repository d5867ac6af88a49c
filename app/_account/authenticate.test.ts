import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { goTo, signIn, signOut, signUp } from './authenticate.ts'

const mira = { email: 'mira@example.com', password: 'correct horse' }
const here = 'https://here.example'

beforeEach(() => vi.stubGlobal('location', { origin: here }))
afterEach(() => vi.unstubAllGlobals())

describe('sign in', () => {
  test('asks for a token, then sends it with the form', async () => {
    const sent = server({ '/api/auth/callback/credentials': [200, { url: here }] })
    expect(await signIn(mira)).toBeNull()
    expect(sent.map(({ path }) => path)).toEqual([
      '/api/auth/csrf',
      '/api/auth/callback/credentials',
    ])
    expect(Object.fromEntries(new URLSearchParams(sent[1]!.body))).toEqual({
      ...mira,
      csrfToken: 'token',
      callbackUrl: here,
      json: 'true',
    })
  })

  test.each([
    [[401, { url: `${here}/api/auth/error?error=CredentialsSignin` }], 'do not belong together'],
    [[401, { url: `${here}/api/auth/error?error=database` }], 'could not do that'],
    [[200, { url: `${here}/api/auth/signin?csrf=true` }], 'could not do that'],
    [[429, { error: { message: 'Too many tries. Wait a minute.' } }], 'Too many tries'],
    [[503, {}], 'did not answer'],
    [[502, 'not JSON'], 'did not answer'],
    [[200, {}], 'did not answer'],
    ['no network', 'did not answer'],
  ] as const)('%j is not signed in: %s', async (answer, sentence) => {
    server({ '/api/auth/callback/credentials': answer })
    expect((await signIn(mira))?.message).toContain(sentence)
  })

  test('the database is away before the form is sent', async () => {
    const sent = server({ '/api/auth/csrf': [503, { error: { message: 'Away, back soon.' } }] })
    expect((await signIn(mira))?.message).toBe('Away, back soon.')
    expect(sent).toHaveLength(1)
  })
})

test.each([
  [
    [200, { url: 'https://github.example/login?state=x' }],
    null,
    'https://github.example/login?state=x',
  ],
  [[200, { url: `${here}/api/auth/signin?csrf=true` }], 'could not do that', null],
  ['no network', 'did not answer', null],
] as const)('by a service: %j', async (answer, sentence, address) => {
  const assign = vi.fn()
  vi.stubGlobal('location', { origin: here, assign })
  const sent = server({ '/api/auth/signin/github': answer })
  const refused = await goTo('github', '/review')
  expect(new URLSearchParams(sent[1]!.body).get('callbackUrl')).toBe('/review')
  expect(assign.mock.calls).toEqual(address === null ? [] : [[address]])
  if (sentence === null) expect(refused).toBeNull()
  else expect(refused?.message).toContain(sentence)
})

describe('sign up', () => {
  test('makes the account and signs in to it', async () => {
    const sent = server({
      '/api/sign-up': [201, { user: {} }],
      '/api/auth/callback/credentials': [200, { url: here }],
    })
    expect(await signUp({ ...mira, name: 'Mira' })).toBeNull()
    expect(JSON.parse(sent[0]!.body)).toEqual({ ...mira, name: 'Mira' })
    expect(sent).toHaveLength(3)
  })

  test('what is wrong with a field comes back beside it, and nobody signs in', async () => {
    const error = {
      code: 'invalid',
      message: 'Mend one field.',
      fields: { password: 'Too common.' },
    }
    const sent = server({ '/api/sign-up': [400, { error }] })
    expect(await signUp(mira)).toEqual({
      message: 'Mend one field.',
      fields: { password: 'Too common.' },
    })
    expect(sent).toHaveLength(1)
  })

  test('where mail can be sent, nobody is signed in before the address is confirmed', async () => {
    const sent = server({ '/api/sign-up': [202, { mailed: true }] })
    expect(await signUp(mira)).toBe('mailed')
    expect(sent).toHaveLength(1)
  })

  test('an account that was made but not entered says so', async () => {
    server({ '/api/sign-up': [201, {}], '/api/auth/callback/credentials': 'no network' })
    expect(await signUp(mira)).toMatchObject({
      message: expect.stringMatching(/^Your account was made\. The server did not answer/),
    })
  })
})

test.each([
  [[200, { url: here }], null],
  [[200, { url: `${here}/api/auth/signout?csrf=true` }], 'could not do that'],
  ['no network', 'did not answer'],
] as const)('sign out: %j', async (answer, sentence) => {
  server({ '/api/auth/signout': answer })
  const refused = await signOut()
  if (sentence === null) expect(refused).toBeNull()
  else expect(refused?.message).toContain(sentence)
})

type Reply = readonly [status: number, body: unknown] | 'no network'

/** Answers as told, keeps what was sent; a token is always to be had unless told otherwise. */
function server(replies: Record<string, Reply>) {
  const sent: { path: string; body: string }[] = []
  const all: Record<string, Reply> = {
    '/api/auth/csrf': [200, { csrfToken: 'token' }],
    ...replies,
  }
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    sent.push({ path, body: String(init.body) })
    const reply = all[path] ?? 'no network'
    if (reply === 'no network') throw new TypeError('Failed to fetch')
    const [status, body] = reply
    return new Response(body === 'not JSON' ? '<html>' : JSON.stringify(body), { status })
  })
  return sent
}
