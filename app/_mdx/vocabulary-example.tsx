import { componentsOf } from './components.tsx'
import { Drawn } from './drawn.tsx'

/** Belongs to no question, so nothing in it is answered. */
const nobody = { id: '', contentHash: '', items: [] }

/** @param code of `vocabularyExamples`: drawn by the components that draw every question */
export function VocabularyExample({ code }: { code: string }) {
  return <Drawn code={code} components={componentsOf(nobody)} />
}
