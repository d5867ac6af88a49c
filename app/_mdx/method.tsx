import type { ReactNode } from 'react'
import { MethodMark } from '#app/_ui/method-mark.tsx'
import { methodNames, type PropsOf } from '#lib/content/vocabulary.ts'
import styles from './prose.module.css'

/** A method's mark and hue with its name, or with what stands inside. */
export function M({ l1, l2, en, children }: PropsOf<'M'> & { children?: ReactNode }) {
  const method = l1 ? 'l1' : l2 ? 'l2' : en ? 'en' : 'ols'
  return (
    <span className={`${styles.method} ${styles[method]}`}>
      <MethodMark method={method} />
      {children ?? methodNames[method]}
    </span>
  )
}
