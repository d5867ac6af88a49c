'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { fetchJson } from '#app/_progress/brief.ts'
import { forgetReader } from '#app/_outbox/leave.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { Field } from '#app/_ui/field.tsx'
import type { Ways } from '#lib/auth/ways.ts'
import styles from './account.module.css'
import { send } from './send.ts'

const PHRASE = 'delete everything'
/** Of the only administrator: the server's refusal tells of it. */
const LONGER = `${PHRASE} and leave no administrator`

/** The one thing here that cannot be undone: the phrase is typed, and the password given. */
export function Deletion({ onClose }: { onClose: () => void }) {
  const [hasPassword, setHasPassword] = useState(false)
  const [phrase, setPhrase] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    void fetchJson<Ways>('/api/me/services').then((ways) =>
      setHasPassword(ways?.hasPassword ?? false),
    )
  }, [])
  const typed = phrase.trim().toLowerCase()
  const isTyped = typed === PHRASE || typed === LONGER

  async function remove(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy || !isTyped) return
    const password = new FormData(event.currentTarget).get('password')
    setBusy(true)
    const outcome = await send('DELETE', '/api/me', {
      confirm: typed,
      ...(password !== null && { password: String(password) }),
    })
    setBusy(false)
    if ('problem' in outcome) return setProblem(outcome.problem)
    await forgetReader()
    location.assign('/account?deleted')
  }

  return (
    <Dialog label="Delete everything?" onClose={onClose}>
      <form method="post" className={styles.dialog} onSubmit={remove}>
        <h2 className={styles.subtitle}>Delete everything?</h2>
        <p>
          Your account, answers, reviews, notes and interviews are deleted from this server, at once
          and for good. Copies in the operator’s backups go as those expire.
        </p>
        <Field
          id="phrase"
          label={`Type “${PHRASE}”`}
          autoComplete="off"
          autoCapitalize="none"
          value={phrase}
          onChange={({ target }) => setPhrase(target.value)}
        />
        {hasPassword && (
          <Field id="password" label="Password" type="password" autoComplete="current-password" />
        )}
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
        <div className={styles.ways}>
          <Button type="submit" look="primary" disabled={!isTyped}>
            {isBusy ? 'Deleting…' : 'Delete everything'}
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </div>
      </form>
    </Dialog>
  )
}
