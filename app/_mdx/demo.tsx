import type { ReactNode } from 'react'
import { demos } from '#app/demos/index.tsx'
import type { PropsOf } from '#lib/content/vocabulary.ts'
import styles from './prose.module.css'

type Props = PropsOf<'Demo'> & { figure?: number; children?: ReactNode }

/** @param figure its number on the page, given by the compiler; `#fig-n` is its address */
export function Demo({ id, children, predict: _predict, unlocks: _unlocks, ...rest }: Props) {
  const Figure = demos[id]
  return (
    <div className={styles.figure}>
      <Figure {...rest}>{children}</Figure>
    </div>
  )
}
