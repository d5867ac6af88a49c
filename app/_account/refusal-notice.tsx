import { Notice } from '#app/_ui/notice.tsx'
import type { Refusal } from './authenticate.ts'

/** What went wrong, above the fields, with a way to each that has to be mended. */
export function RefusalNotice({ refusal }: { refusal: Refusal }) {
  const more = Object.entries(refusal.fields).filter(([, sentence]) => sentence !== refusal.message)
  return (
    <Notice tone="bad" title={refusal.message} live="alert" tabIndex={-1}>
      {more.length > 0 && (
        <ul>
          {more.map(([field, sentence]) => (
            <li key={field}>
              <a href={`#${field}`}>{sentence}</a>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
