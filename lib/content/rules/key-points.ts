import { textOf } from '#lib/content/outline.ts'
import type { Finding } from '#lib/content/problem.ts'
import { walk } from '#lib/content/tree.ts'
import { isDenied } from '#lib/quiz/grade/denied.ts'
import { heard } from '#lib/quiz/grade/heard.ts'
import { type Page, words } from './page.ts'

/** The rubric can sink an answer, and its cues are not handed out with the question. */
export function keyPoints(page: Page): Finding[] {
  const { question, yaml } = page
  const findings: Finding[] = heardInOwnWords(page)
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

/** What the page itself holds for right is: a cue that finds a misconception in it is too short. */
function heardInOwnWords({ question, yaml, prose }: Page): Finding[] {
  const atHead = [question.summary]
  walk(prose.tree, (node) => node.name === 'ShortAnswer' && atHead.push(textOf(node)))
  const held = question.keyPoints.map(({ text }) => text)
  for (const item of question.items)
    if (item.kind === 'single' || item.kind === 'multiple')
      for (const { text, right } of item.options) if (right) held.push(text)
  const all = question.misconceptions.flatMap(({ cues }, index) =>
    cues.map((cue, nth) => ({ id: `${index} ${nth}`, cues: [cue], index, nth, cue })),
  )
  // Next to none of them is anywhere in it, whatever stands around it.
  const anywhere = heard([...atHead, ...held].join('\n\n'), all)
  const listeners = all.filter(({ id }) => anywhere[id])
  const said = [
    ...atHead.map((text) => heard(text, listeners)),
    heard(held.join('\n\n'), listeners, () => isDenied),
  ]
  return listeners
    .filter(({ id }) => said.some((each) => each[id]))
    .map(({ index, nth, cue }) => ({
      ...yaml.placeOf(['misconceptions', index, 'cues', nth]),
      severity: 'warning' as const,
      rule: 'misconceptions/own-words',
      message: `the page itself says “${cue}” too, and is right`,
      hint: 'make the cue longer, until only who is mistaken says it',
    }))
}
