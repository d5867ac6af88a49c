import { run } from '@mdx-js/mdx'
import * as runtime from 'react/jsx-runtime'
import { compileBody } from '#lib/content/compile.ts'
import type { Question } from '#lib/content/questions.ts'
import { componentsOf } from './components.tsx'
import styles from './prose.module.css'

/** The text of a question. Stands in the text column; asides and figures reach into the margin. */
export async function Prose({ question }: { question: Question }) {
  const { code } = await compileBody(question)
  const { default: Content } = await run(code, runtime)
  return (
    <div className={`prose ${styles.text}`}>
      <Content components={componentsOf(question)} />
    </div>
  )
}
