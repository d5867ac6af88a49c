import { inTurn } from '#app/_outbox/in-turn.ts'
import type { Me } from './me.ts'

/** What a reader has chosen about questions. On the device to be fast, on the account to follow them. */
export type Choices = Partial<NonNullable<Me['choices']>>

const UNSENT = 'unsent-choices'

/** Takes hold at once here; on the account as soon as the server can be asked. */
export async function choose(choices: Choices): Promise<void> {
  keep(choices)
  put(UNSENT, JSON.stringify({ ...unsent(), ...choices }))
  await send()
}

/** What the account says, when a page has been told: but what was chosen here and not sent comes first. */
export async function meet(account: Choices): Promise<void> {
  keep({ ...account, ...unsent() })
  await send()
}

async function send(): Promise<void> {
  const text = take(UNSENT)
  if (text === null) return
  const reply = await inTurn(() =>
    fetch('/api/me/settings', {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: text,
      keepalive: true,
    }),
  ).catch(() => null)
  // Refused for what it is, it would be so for ever; and what was chosen meanwhile is sent by its own call.
  const isDone = reply !== null && (reply.ok || reply.status === 400)
  if (isDone && take(UNSENT) === text) put(UNSENT, null)
}

function keep({ level, blind }: Choices): void {
  if (level) put('level', level)
  if (typeof blind === 'boolean') {
    put('blind', blind ? 'on' : 'off')
    document.documentElement.toggleAttribute('data-blind', blind)
  }
  // Heard by whatever shows it; other tabs hear of it by themselves.
  dispatchEvent(new Event('storage'))
}

function unsent(): Choices {
  try {
    return JSON.parse(take(UNSENT) ?? '{}') as Choices
  } catch {
    return {}
  }
}

/** Where storage is refused, choices last as long as the page. */
const unstored = new Map<string, string | null>()

/** What this device holds under a key. */
export function take(key: string): string | null {
  try {
    return unstored.get(key) ?? localStorage.getItem(key)
  } catch {
    return unstored.get(key) ?? null
  }
}

function put(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
    unstored.delete(key)
  } catch {
    unstored.set(key, value)
  }
}
