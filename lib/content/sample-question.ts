import { type Question, readQuestion } from './question-file.ts'
import { sample, samplePath } from './sample.ts'

/** The question of `sample.ts`, read. */
export function sampleQuestion(): Question {
  return readQuestion(samplePath, sample).question!
}
