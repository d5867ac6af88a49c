import type { Entry } from './entry.ts'

const over = 'encounters:\n  - '
const ordering = (steps: string) =>
  `  - id: steps\n    kind: ordering\n    prompt: How is it found?\n    why: One step needs the other.\n    steps:\n${steps}encounters:\n  - `
const fill = (accept: string) =>
  `  - id: name\n    kind: fill\n    prompt: How is the absolute penalty called?\n    why: It is its name.\n    accept: ${accept}\nencounters:\n  - `
const variant = (accept: string) =>
  `  - id: drawn\n    variant:\n      generator: k-means\n      accept: ${accept}\nencounters:\n  - `

/** Items and key points: a key that can be trusted, and that is not told before it is asked. */
export const items = {
  'items/tolerance': {
    about: 'A number that is computed has one tolerance: `abs` or `rel`.',
    breaks: [
      ['    answer: 0.3\n    abs: 0.01\n', '    answer: ▸0.3\n'],
      ['    answer: 0.3\n    abs: 0.01\n', '    answer: ▸0.3\n    abs: 0.01\n    rel: 0.1\n'],
    ],
  },
  'items/named-too-near': {
    about: 'A wrong answer that has its own message is not within the tolerance of the right one.',
    breaks: [
      [
        '    abs: 0.01\n    named: [{ value: 1.3, message: It subtracts. }]\n',
        '    abs: 0.01\n    named: ▸[{ value: 0.305, message: It subtracts. }]\n',
        { over: '    abs: 0.01\n' },
      ],
    ],
  },
  'items/longest-right': {
    about:
      'If in every item the right option is the longest, by a fifth or more, who knows nothing chooses well.',
    breaks: [['text: The absolute, right', 'text: ▸The absolute one has corners, right']],
  },
  'items/all-of-the-above': {
    about: '“All of the above” tests the test. An item of kind multiple asks the same in earnest.',
    breaks: [
      ['text: The squared one', 'text: ▸None of the above'],
      ['text: The squared one', 'text: ▸Both of these options'],
    ],
  },
  'items/telling-id': {
    about: 'The ids of options go to the reader’s browser, so they do not say which is right.',
    breaks: [
      ['{ id: b, text: The squared', '{ id: ▸trap, text: The squared'],
      ['{ id: a, text: The absolute', '{ id: ▸right, text: The absolute'],
    ],
  },
  'items/told-order': {
    about: 'A step to be put in order does not say where it belongs.',
    breaks: [
      [
        ordering(
          '      - { id: a, text: Fit on each fold }\n      - { id: b, text: Average the errors }\n      - { id: c, text: Take the lowest }\n',
        ),
        ordering(
          '      - { id: a, text: ▸First fit on each fold }\n      - { id: b, text: Average the errors }\n      - { id: c, text: Take the lowest }\n',
        ),
        { over },
      ],
    ],
  },
  'items/given-away': {
    about: 'The word to be filled in does not stand in the prompt.',
    breaks: [[fill('[the lasso]'), fill('[the lasso, ▸absolute penalty]'), { over }]],
  },
  'items/variant-acceptance': {
    about:
      'A variant is found for every one of 200 seeds: a mock interview cannot be without its item.',
    breaks: [[variant('{ margin: 2 }'), variant('▸{ margin: 2, maxTries: 1 }'), { over }]],
  },
  'key-points/no-must': {
    about: 'At least one key point sinks the interview when it is missing.',
    breaks: [['    weight: 3\n    must: true\n', '    weight: 3\n', { at: 'keyPoints:' }]],
  },
  'key-points/cue-in-prompt': {
    about: 'A cue that the question itself says is earned by repeating the question.',
    breaks: [
      ['cues: [same push]', 'cues: [▸absolute penalty]'],
      ['cues: [each one shrinks]', 'cues: [▸lasso]'],
    ],
  },
  'misconceptions/own-words': {
    about:
      'No cue of a misconception is heard in what the page holds for right: short answer, summary, key points, right options.',
    severity: 'warning',
    breaks: [['cues: [each one shrinks]', 'cues: [▸few words]']],
  },
  'key-points/cue-stem': {
    about: 'A cue is heard as whole words, so one that ends in a stem is heard in no answer.',
    severity: 'warning',
    breaks: [['cues: [same push]', 'cues: [▸saturat]']],
  },
} as const satisfies Record<string, Entry>
