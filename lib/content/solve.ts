import { join } from 'node:path'
import type { Question } from './bank.ts'
import { keeper } from './compile-cache.ts'
import { type Finding, inFile, type Problem } from './problem.ts'
import type { Prose } from './prose.ts'
import { claims } from './rules/claims.ts'
import { figureStates } from './rules/figure-states.ts'
import { keys } from './rules/keys.ts'
import type { Page } from './rules/page.ts'
import { predictions } from './rules/predictions.ts'
import { tasks } from './rules/tasks.ts'
import { sourcesOf } from './sources.ts'
import type { YamlFile } from './yaml-file.ts'

/** What the solver says of a question: the build asks for no more, and for no less. */
export const solvedRules: readonly ((page: Page) => Finding[])[] = [
  figureStates,
  claims,
  keys,
  predictions,
  tasks,
]

/** Of everything that a verdict hangs on: rules, figures, solver, items. */
const version = () => sourcesOf(['content', 'figures', 'quiz', 'solver'])
const kept = keeper(join(process.cwd(), '.data', 'solved'), version)

/**
 * Claims, keys, predictions, tasks and refutations that do not hold, and states that there are not.
 * Solved once per content and version of the code, and kept in .data/solved.
 * @param prose asked for only if nothing was kept
 */
export async function solve(
  question: Question,
  yaml: YamlFile,
  prose: () => Prose,
): Promise<Problem[]> {
  const findings = await kept(question.contentHash, async () => {
    const page: Page = { question, yaml, prose: prose() }
    return solvedRules.flatMap((rule) => rule(page))
  })
  return inFile(question.path, findings)
}
