/** What GET /api/me answers: who asks. A guest has answered something here, without an account. */
export type Me = {
  user: { email: string; name: string | null; role: 'reader' | 'author' | 'admin' } | null
  guest: boolean
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
  remember(who.user !== null)
  return who
}

/** For the next page's script in <head>, so that the header is right before it is painted. */
function remember(signedIn: boolean) {
  document.documentElement.toggleAttribute('data-account', signedIn)
  try {
    if (signedIn) localStorage.setItem('signed-in', 'yes')
    else localStorage.removeItem('signed-in')
  } catch {
    // Storage is refused: the header is then right a moment later.
  }
}
