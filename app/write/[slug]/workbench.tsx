'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ErrorIcon, WarningIcon } from '#app/_ui/icon.tsx'
import { Segments } from '#app/_ui/segments.tsx'
import type { Problem } from '#lib/content/problem.ts'
import { applyFix } from './apply-fix.ts'
import { Frame } from './frame.tsx'
import { ProblemList } from './problem-list.tsx'
import { Source } from './source.tsx'
import { useChanges } from './use-changes.ts'
import styles from './workbench.module.css'

const panes = [
  { value: 'source', label: 'Source' },
  { value: 'preview', label: 'Preview' },
  { value: 'problems', label: 'Problems' },
]

/** Source, preview and problems of one file. What the reader of the preview has done stays when it changes. */
export function Workbench({
  slug,
  path,
  text,
  problems,
  savedAt,
  status,
  seed,
  isLive,
}: {
  slug: string
  path: string
  text: string
  problems: readonly Problem[]
  /** hours and minutes, UTC */
  savedAt: string
  /** null while the front matter cannot be read */
  status: string | null
  /** of the items that the preview begins with */
  seed: number
  /** whether the file is watched and may be changed from here */
  isLive: boolean
}) {
  const router = useRouter()
  const [pane, setPane] = useState('source')
  const [said, setSaid] = useState('')
  const [target, setTarget] = useState<{ line: number; nth: number }>()
  const count = useRef(0)
  const changes = useChanges(slug, isLive, () => router.refresh())
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors

  const goTo = useCallback((line: number) => {
    setPane('source')
    setTarget({ line, nth: ++count.current })
  }, [])
  const fix = useCallback(
    async (problem: Problem) => setSaid((await applyFix(slug, problem)) ?? 'Changed in the file.'),
    [slug],
  )
  useFixKey(isLive ? problems.find((each) => each.fix) : undefined, fix)
  useEffect(() => {
    const hear = ({ data, origin }: MessageEvent) => {
      if (origin === location.origin && typeof data?.goToLine === 'number') goTo(data.goToLine)
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [goTo])

  const shared = { problems, onFix: isLive ? fix : undefined }
  return (
    <div className={styles.bench} data-pane={pane}>
      <header className={styles.bar}>
        <h1 className={styles.path}>
          <span>{path.slice(0, path.lastIndexOf('/') + 1)}</span>
          <b>{path.slice(path.lastIndexOf('/') + 1)}</b>
        </h1>
        <p className={styles.counts} role="status">
          <Count n={errors} what="error" /> <Count n={warnings} what="warning" />
          {problems.length === 0 && <span>no problems</span>}
        </p>
        <p className={styles.saved}>
          Saved {savedAt} UTC{status && ` · ${status}`}
        </p>
        {isLive && status !== 'retired' && (
          <a href={`/questions/${slug}`} className={styles.reader}>
            Open as a reader
          </a>
        )}
      </header>
      <p role="status" className={said ? styles.said : 'visually-hidden'}>
        {said}
      </p>
      <div className={styles.panes}>
        <Segments
          legend="Shown"
          name="pane"
          segments={panes}
          value={pane}
          onChange={setPane}
          hideLegend
        />
      </div>
      <Source text={text} target={target} {...shared} />
      <Frame slug={slug} seed={seed} changes={changes} isBroken={status === null} />
      <ProblemList path={path} onGo={goTo} {...shared} />
    </div>
  )
}

function Count({ n, what }: { n: number; what: 'error' | 'warning' }) {
  if (n === 0) return null
  const Icon = what === 'error' ? ErrorIcon : WarningIcon
  return (
    <span className={styles[what]}>
      <Icon /> {n} {what}
      {n === 1 ? '' : 's'}
    </span>
  )
}

/** Ctrl . does the first fix that there is. */
function useFixKey(problem: Problem | undefined, fix: (problem: Problem) => void) {
  useEffect(() => {
    if (!problem) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== '.' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      fix(problem)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [problem, fix])
}
