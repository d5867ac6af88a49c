import type { Question } from '#lib/content/bank.ts'
import type { Finding } from '#lib/content/problem.ts'
import { type Page, words } from './page.ts'

type Choice = Extract<Question['items'][number], { kind: 'single' | 'multiple' }>

/** The right option is not to be guessed from its look. */
export function items({ question, yaml }: Page): Finding[] {
  const findings: Finding[] = []
  const choices = question.items.flatMap((item, index) =>
    item.kind === 'single' || item.kind === 'multiple' ? [{ item, index }] : [],
  )
  const telling = choices.map(({ item, index }) => ({ index, nth: longestRight(item) }))
  if (telling.length > 0 && telling.every(({ nth }) => nth !== null))
    for (const { index, nth } of telling)
      findings.push({
        ...yaml.placeOf(['items', index, 'options', nth ?? 0, 'text']),
        rule: 'items/longest-right',
        message: 'in every item the right option is the longest',
        hint: 'shorten it, or make a wrong one as long and as precise',
      })
  for (const { item, index } of choices)
    item.options.forEach(({ text }, nth) => {
      if (
        / (all|none|both|any) of (the|these|those) (above|below|others|options) /.test(words(text))
      )
        findings.push({
          ...yaml.placeOf(['items', index, 'options', nth, 'text']),
          rule: 'items/all-of-the-above',
          message: `“${text}” tests the test, not the subject`,
          hint: 'make it an item of kind multiple, or write a wrong answer that people give',
        })
    })
  return findings
}

/** @returns the right option that is longer than every wrong one by a fifth, as the eye sees it */
function longestRight({ options }: Choice): number | null {
  const lengths = options.map(({ text }) => text.length)
  const longestWrong = Math.max(0, ...options.map(({ text, right }) => (right ? 0 : text.length)))
  const nth = lengths.indexOf(Math.max(...lengths))
  return options[nth]?.right && (lengths[nth] ?? 0) > 1.2 * longestWrong ? nth : null
}
