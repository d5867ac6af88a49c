import { randomBytes } from 'node:crypto'

export type Json = Record<string, unknown>

/**
 * An item of each kind whose key and reasons are found nowhere else; the twelfth kind, prose by a rubric,
 * is the question itself: `rubric` holds what is listened for.
 */
export function canaryItems() {
  const canaries: string[] = []
  const secret = () => {
    const text = `zq${randomBytes(8).toString('hex')}xv`
    canaries.push(text)
    return text
  }
  const options = () =>
    ['one', 'two', 'three'].map((text, nth) => ({
      id: text,
      text,
      why: secret(),
      ...(nth === 0 && { right: true }),
    }))
  const kinds: Json[] = [
    { kind: 'single', options: options() },
    { kind: 'multiple', options: options() },
    { kind: 'numeric', answer: 8401.37553, abs: 0.5, named: [{ value: 93.5, message: secret() }] },
    { kind: 'ordering', steps: ['p', 'q', 'r', 's'].map((text) => ({ id: secret(), text })) },
    { kind: 'fill', accept: [secret(), secret()] },
    { kind: 'spot', lines: ['p', 'q', 'r'], wrong: 2 },
    {
      kind: 'claim',
      statement: 'It is so.',
      truth: true,
      reasons: ['p', 'q', 'r'].map((text, nth) => ({
        id: secret(),
        text,
        ...(nth === 0 && { right: true }),
      })),
    },
    {
      kind: 'plot',
      demo: 'geometry',
      state: '1.budget~1',
      regions: [0, 1, 2].map((x) => ({
        id: secret(),
        label: `place ${x}`,
        x: [x, x + 0.5],
        y: [0, 1],
        ...(x === 1 && { right: true }),
      })),
    },
    {
      kind: 'task',
      demo: 'geometry',
      start: '1.budget~1',
      check: 'beta2 > 0 and 77.12553 > 0',
      solution: '1.budget~2.03',
      hold: [],
    },
    // Of pairs the texts are all shown: what must not be is which belongs to which.
    { kind: 'matching', pairs: ['p', 'q', 'r'].map((right) => ({ left: `to ${right}`, right })) },
    {
      kind: 'predict',
      demo: 'geometry',
      state: '1.budget~1',
      options: [
        { id: 'stays', text: 'It stays.', when: 'at(budget=2).beta2 == 0 and 61.37553 > 0' },
        { id: 'back', text: 'It is back.', when: 'at(budget=2).beta2 > 0 and 61.37553 > 0' },
      ],
    },
  ]
  // With more digits than a time or an id has by chance.
  canaries.push('8401.37553', '77.12553', 'budget~2.03', '61.37553')
  const items = kinds.map((item, nth): Json & { prompt: string; why: string } => ({
    id: `item-${nth}`,
    prompt: `Which of them, ${nth + 1}?`,
    why: secret(),
    ...item,
  }))
  const rubric = {
    keyPoints: ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      text: secret(),
      weight: 1,
      must: id === 'a',
      from: 'intern',
      cues: [secret()],
    })),
    misconceptions: [{ id: 'e', claim: secret(), cues: [secret()], why: secret() }],
  }
  return { items, rubric, canaries }
}
