import { compileBody } from '#lib/content/compile.ts'
import type { Question } from '#lib/content/questions.ts'
import { componentsOf } from './components.tsx'
import { Drawn } from './drawn.tsx'

/** The text of a question. Stands in the text column; asides and figures reach into the margin. */
export async function Prose({ question }: { question: Question }) {
  const { code } = await compileBody(question)
  return <Drawn code={code} components={componentsOf(question)} />
}
