import { useEffect, useState } from 'react'
import type { QuestionStatus, Statuses } from '#lib/study/open-statuses.ts'

export type { QuestionStatus, Statuses }

/** Where the reader stands with each question: one request after load. null until it is known. */
export function useStatuses(): Statuses | null {
  const [statuses, setStatuses] = useState<Statuses | null>(null)
  useEffect(() => {
    let shown = true
    void fetchStatuses().then((found) => shown && setStatuses(found))
    return () => {
      shown = false
    }
  }, [])
  return statuses
}

/** @returns null when the server cannot be asked: the lists then say nothing of it */
async function fetchStatuses(): Promise<Statuses | null> {
  const reply = await fetch('/api/me/statuses').catch(() => null)
  return reply?.ok ? ((await reply.json().catch(() => null)) as Statuses | null) : null
}
