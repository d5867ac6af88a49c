'use client'

import { useState } from 'react'
import { inTurn } from '#app/_outbox/in-turn.ts'
import styles from './people.module.css'

export type Role = 'reader' | 'author' | 'admin'
export type Listed = {
  id: string
  email: string
  name: string | null
  role: Role
  createdAt: string
}

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })
const NAMES: Record<Role, string> = { reader: 'Reader', author: 'Author', admin: 'Administrator' }
const AWAY = 'The server cannot be reached, so nothing was changed. Try again in a moment.'

/** One account; a choice takes effect at once and says so beside it. */
export function Person({ id, email, name, role: first, createdAt }: Listed) {
  const [role, setRole] = useState(first)
  const [said, setSaid] = useState('')

  async function choose(wanted: Role) {
    setRole(wanted)
    setSaid('')
    const problem = await save(id, wanted)
    if (problem === null) return setSaid(`${NAMES[wanted]} from now on, and signed out everywhere.`)
    // What could not be saved is not shown as if it were.
    setRole(role)
    setSaid(problem)
  }

  return (
    <li className={styles.person}>
      <div>
        <b>{email}</b>
        <span className="small muted">
          {name && `${name} · `}since {when.format(new Date(createdAt))}
        </span>
      </div>
      <select
        aria-label={`Role of ${email}`}
        value={role}
        onChange={({ target }) => void choose(target.value as Role)}
      >
        {Object.entries(NAMES).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
      <p role="status" className={`small muted ${styles.said}`}>
        {said}
      </p>
    </li>
  )
}

/** @returns a sentence about why not, or null */
function save(id: string, role: Role): Promise<string | null> {
  return inTurn(async () => {
    const reply = await fetch(`/api/people/${encodeURIComponent(id)}/role`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ role }),
    }).catch(() => null)
    if (reply?.ok) return null
    const answer = await reply?.json().catch(() => null)
    return answer?.error?.message ?? AWAY
  })
}
