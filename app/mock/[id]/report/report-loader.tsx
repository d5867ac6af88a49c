'use client'

import '#app/_figure/figure.css'
import '#app/_quiz/kinds.css'
import { useEffect, useEffectEvent, useState } from 'react'
import { Apology } from '#app/_ui/apology.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Button } from '#app/_ui/button.tsx'
import { ask, type Report as ReportView } from '#app/mock/[id]/requests.ts'
import { Report } from './report.tsx'
import styles from './report.module.css'

type State = { phase: 'loading' | 'missing' | 'away' } | { phase: 'ready'; report: ReportView }

export function ReportLoader({ id }: { id: string }) {
  const [state, setState] = useState<State>({ phase: 'loading' })
  const load = () =>
    void ask<ReportView>(`${id}/report`).then((report) =>
      setState(typeof report === 'string' ? { phase: report } : { phase: 'ready', report }),
    )
  /** After a change: what is shown stays until the new one is here, and when it does not come. */
  const renew = () =>
    void ask<ReportView>(`${id}/report`).then((report) => {
      if (typeof report !== 'string') setState({ phase: 'ready', report })
    })
  const begin = useEffectEvent(load)
  useEffect(() => begin(), [])

  if (state.phase === 'ready') return <Report report={state.report} onChange={renew} />
  if (state.phase === 'loading')
    return (
      <p className={`page muted ${styles.opening}`} role="status">
        Opening the report…
      </p>
    )
  const isAway = state.phase === 'away'
  return (
    <Apology
      title={isAway ? 'The report could not be loaded' : 'There is no report of yours here'}
      actions={
        isAway ? (
          <Button onClick={load}>Try again</Button>
        ) : (
          <ButtonLink href="/mock">To your interviews</ButtonLink>
        )
      }
    >
      <p>
        {isAway
          ? 'It is safe on the server.'
          : 'The interview may still be under way, or belong to another account or browser.'}
      </p>
    </Apology>
  )
}
