import { run } from '@mdx-js/mdx'
import * as runtime from 'react/jsx-runtime'
import { componentsOf } from './components.tsx'
import styles from './prose.module.css'

/** Belongs to no question, so nothing in it is answered. */
const nobody = { id: '', contentHash: '', items: [] }

/** @param code of `vocabularyExamples`: drawn by the components that draw every question */
export async function VocabularyExample({ code }: { code: string }) {
  const { default: Content } = await run(code, runtime)
  return (
    <div className={`prose ${styles.text}`}>
      <Content components={componentsOf(nobody)} />
    </div>
  )
}
