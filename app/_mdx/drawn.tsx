import { run } from '@mdx-js/mdx'
import type { ComponentType } from 'react'
import * as runtime from 'react/jsx-runtime'
import styles from './prose.module.css'

/** Compiled prose, in the text column. @param components what its names stand for */
export async function Drawn({
  code,
  components,
}: {
  code: string
  // oxlint-disable-next-line typescript/no-explicit-any -- each has props of its own
  components: Record<string, ComponentType<any>>
}) {
  const { default: Content } = await run(code, runtime)
  return (
    <div className={`prose ${styles.text}`}>
      <Content components={components} />
    </div>
  )
}
