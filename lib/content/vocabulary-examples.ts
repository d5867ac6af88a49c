import { compileProse, readProse } from './prose.ts'
import { ContentError, errorsAmong, inFile } from './problem.ts'
import { type ComponentName, vocabulary } from './vocabulary.ts'

/**
 * The examples of the vocabulary, compiled as a question's prose is: function bodies by component.
 * @throws ContentError where one of them breaks a rule of its own vocabulary
 */
export async function vocabularyExamples(): Promise<Record<ComponentName, string>> {
  const names = Object.keys(vocabulary) as ComponentName[]
  const compiled = names.map(async (name) => {
    const prose = readProse({ body: vocabulary[name].example, bodyLine: 1 })
    const errors = errorsAmong(inFile(`lib/content/vocabulary.ts <${name}>`, prose.findings))
    if (errors.length > 0) throw new ContentError(errors)
    return [name, await compileProse(prose)] as const
  })
  return Object.fromEntries(await Promise.all(compiled)) as Record<ComponentName, string>
}
