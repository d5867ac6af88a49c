import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { Segments } from '#app/_ui/segments.tsx'
import { dress, type Look } from './dress.ts'
import styles from './workbench.module.css'

const readers = [
  { value: 'fresh', label: 'Fresh reader' },
  { value: 'revealed', label: 'Revealed' },
  { value: 'wrong', label: 'Wrong answers' },
]
const looks = [
  { name: 'narrow', label: '320 px' },
  { name: 'dark', label: 'Dark' },
  { name: 'print', label: 'Print' },
  { name: 'plain', label: 'No JavaScript' },
] as const

/** The page that the file makes, as different readers see it. */
export function Frame({
  slug,
  seed: first,
  changes,
  isBroken,
}: {
  slug: string
  /** of the items at first */
  seed: number
  changes: number
  isBroken: boolean
}) {
  const [reader, setReader] = useState('fresh')
  const [seed, setSeed] = useState(first)
  const [look, setLook] = useState<Look>({ narrow: false, dark: false, print: false, plain: false })
  const frame = useRef<HTMLIFrameElement>(null)
  const address = `/write/${slug}/preview?reader=${reader}&seed=${seed}`

  useEffect(() => dress(frame.current, look), [look])
  // While the front matter cannot be read nothing is counted, and what was last drawn stays.
  useEffect(() => {
    if (changes > 0) frame.current?.contentWindow?.postMessage({ refresh: true }, location.origin)
  }, [changes])

  return (
    <section className={styles.preview} aria-label="Preview">
      <div className={styles.tools}>
        <Segments
          legend="Seen by"
          name="reader"
          segments={readers}
          value={reader}
          onChange={setReader}
          hideLegend
        />
        {looks.map(({ name, label }) => (
          <label key={name} className={styles.look}>
            <input
              type="checkbox"
              checked={look[name]}
              onChange={(event) => setLook({ ...look, [name]: event.target.checked })}
            />
            {label}
          </label>
        ))}
        <Button onClick={() => setSeed(seed + 1)}>Next variant</Button>
        <span className={styles.seed}>seed {seed}</span>
      </div>
      {isBroken && (
        <Notice tone="bad" title="The front matter cannot be read">
          What is below is the page as it was before. It follows again when the errors are mended.
        </Notice>
      )}
      <iframe
        // A frame without scripts is another frame: its sandbox is read once. It is drawn anew with each change.
        key={look.plain ? `plain ${changes}` : 'alive'}
        ref={frame}
        title="The page"
        src={address}
        sandbox={look.plain ? 'allow-same-origin allow-popups' : undefined}
        onLoad={() => dress(frame.current, look)}
        className={look.narrow ? styles.narrow : undefined}
      />
    </section>
  )
}
