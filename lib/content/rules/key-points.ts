import type { Finding } from '#lib/content/problem.ts'
import { type Page, words } from './page.ts'

/** The rubric can sink an answer, and its cues are not handed out with the question. */
export function keyPoints({ question, yaml }: Page): Finding[] {
  const findings: Finding[] = []
  if (!question.keyPoints.some(({ must }) => must))
    findings.push({
      ...yaml.placeOfKey([], 'keyPoints'),
      rule: 'key-points/no-must',
      message: 'no key point is a must',
      hint: 'mark what sinks the interview when it is missing with must: true',
    })
  const prompt = words(`${question.title} / ${question.asked}`)
  for (const list of ['keyPoints', 'misconceptions'] as const)
    question[list].forEach(({ cues }, index) => {
      cues.forEach((cue, nth) => {
        const said = words(cue)
        if (said.trim() !== '' && prompt.includes(said))
          findings.push({
            ...yaml.placeOf([list, index, 'cues', nth]),
            rule: 'key-points/cue-in-prompt',
            message: `the question itself says “${cue}”: who repeats it has said nothing`,
            hint: 'remove the cue, or make it longer',
          })
      })
    })
  return findings
}
