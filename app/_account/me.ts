/** What GET /api/me answers: who asks. A guest has answered something here, without an account. */
export type Me = {
  /** `key`: what the device calls the account (app/_outbox/ahead.ts) */
  user: {
    email: string
    name: string | null
    role: 'reader' | 'author' | 'admin'
    key: string
  } | null
  guest: boolean
  /** null where nothing was ever chosen */
  choices: { level: 'intern' | 'mid' | 'senior' | null; blind: boolean | null } | null
}

let asked: Promise<Me> | undefined

/** One request a page load, whoever asks. Rejects when the server is away; the next call asks again. */
export function me(): Promise<Me> {
  asked ??= ask().catch((error: unknown) => {
    asked = undefined
    throw error
  })
  return asked
}

async function ask(): Promise<Me> {
  const response = await fetch('/api/me', { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`/api/me answered ${response.status}`)
  const who = (await response.json()) as Me
  remember(who.user?.key, who.choices)
  return who
}

/** For the next page's script in <head>, so that the header is right before it is painted. */
function remember(key: string | undefined, choices: Me['choices']) {
  document.documentElement.toggleAttribute('data-account', key !== undefined)
  try {
    if (key) localStorage.setItem('ridgeline.who', key)
    else localStorage.removeItem('ridgeline.who')
    if (choices || localStorage.getItem('unsent-choices'))
      void import('./choices.ts').then(({ meet }) => meet(choices ?? {}))
  } catch {
    // Storage is refused: the header is then right a moment later.
  }
}
