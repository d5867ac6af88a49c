import type { Entry } from './entry.ts'

const over = 'A formula $\\lambda$ and a figure.'

/** What the solver computes again: claims, keys, predictions, tasks, refutations, and their states. */
export const solved = {
  'figures/unknown': {
    about: 'A figure is one of the gallery.',
    breaks: [
      ['refute: { demo: geometry', 'refute: { demo: ▸geometri'],
      [
        '<Demo id="geometry" state="1.budget~1_rho~0.5"',
        '<Demo ▸id="geometri" state="1.budget~1_rho~0.5"',
        { with: ['predictions/state'] },
      ],
    ],
  },
  'figures/state': {
    about:
      'A state is taken as it is written: every key is the figure’s, and no value is out of range.',
    breaks: [
      [
        '<Demo id="geometry" state="1.budget~1_rho~0.5"',
        '<Demo id="geometry" state="▸1.budget~99_rho~0.5"',
        { with: ['predictions/state'] },
      ],
      ['state: 1.budget~1, look', 'state: ▸1.bugdet~1, look'],
      ['start: 1.budget~1', 'start: ▸1.budget~0'],
      ['unlocks="1.budget~2"', 'unlocks="▸1.budget~9"'],
    ],
  },
  'claims/false': {
    about:
      'A claim is solved in the state of its figure, by the code that draws it. The message says what was found and what was claimed.',
    breaks: [
      ['<Claim assert="beta2 == 0">', '<Claim assert="▸beta2 == 1">'],
      [
        '<Claim assert="2 + 2 == 4">Four</Claim>.',
        '<Claim assert="▸2 + 2 == 5">Four</Claim>.',
        { over },
      ],
      [
        '<Claim demo="geometry" state="1.budget~0.5" assert="nonzeros == 1">One</Claim>.',
        '<Claim demo="geometry" state="1.budget~0.5" assert="▸nonzeros == 2">One</Claim>.',
        { over },
      ],
      ['shows: beta2 == 0', 'shows: ▸beta2 > 0'],
      ['<Claim assert="beta2 == 0">', '<Claim assert="▸beta1 > 0 and\n  beta2 > 0">'],
    ],
  },
  'claims/expression': {
    about:
      'A claim is an expression in the figure’s named results; /write/language lists them. == is for integers, approx(a, b, tolerance) for the rest.',
    breaks: [
      ['<Claim assert="beta2 == 0">', '<Claim assert="▸betta2 == 0">'],
      ['<Claim assert="beta2 == 0">', '<Claim assert="beta2 ▸= 0">'],
      ['<Claim assert="beta2 == 0">', '<Claim assert="▸at(budget=400).beta2 > 0">'],
      ['shows: beta2 == 0', 'shows: beta2 > ▸y'],
      [
        '<Claim assert="2 + 2 == 4">Four</Claim>.',
        '<Claim assert="▸beta2 == 0">Four</Claim>.',
        { over },
      ],
    ],
  },
  'keys/false': {
    about:
      'A key that says what it comes from is solved again: a number by `from`, an option or a statement by `when`, in numbers alone or in the figure and state that the item names.',
    breaks: [
      [
        '    answer: 0.3\n    abs: 0.01\n    from: 0.8 - 0.5\n',
        '    answer: ▸0.4\n    abs: 0.01\n    from: 0.8 - 0.5\n',
        { over: '    answer: 0.3\n    abs: 0.01\n' },
      ],
      ['right: true, why: It has corners.', 'right: true, when: ▸1 > 2, why: It has corners.'],
      [
        '    demo: geometry\n    state: 1.budget~1\n    answer: 0.3\n    abs: 0.01\n    from: 0.3 + beta2\n',
        '    demo: geometry\n    state: 1.budget~1\n    answer: ▸0.3\n    abs: 0.01\n    from: 0.3 + beta1\n',
        { over: '    answer: 0.3\n    abs: 0.01\n' },
      ],
    ],
  },
  'keys/expression': {
    about: '`from` is a number in the language of claims, `when` is true or false.',
    breaks: [
      [
        '    abs: 0.01\n    from: 0.8 - 0.5\n',
        '    abs: 0.01\n    from: 0.8 - ▸price\n',
        { over: '    abs: 0.01\n' },
      ],
      ['right: true, why: It has corners.', 'right: true, when: ▸beta2 == 0, why: It has corners.'],
    ],
  },
  'predictions/outcome': {
    about: 'Of the options of a prediction exactly one happens.',
    breaks: [
      ['when: at(budget=2).beta2 > 0 }', 'when: at(budget=2).beta2 > 9 }', { at: '- { id: stays' }],
      [
        'when: at(budget=2).beta2 == 0 }',
        'when: at(budget=2).beta2 >= 0 }',
        { at: '- { id: stays' },
      ],
    ],
  },
  'predictions/expression': {
    about: '`when` and `answer` of a prediction are expressions in the results of its figure.',
    breaks: [
      ['answer: lambda1', 'answer: ▸lambda9'],
      ['when: at(budget=2).beta2 > 0 }', 'when: ▸at(budget=2).beta9 > 0 }'],
    ],
  },
  'predictions/answer': {
    about: 'The answer lies on the axis that the reader is given.',
    breaks: [['answer: lambda1', 'answer: ▸lambda1 + 9']],
  },
  'predictions/tolerance': {
    about: 'Not just any guess is right: what is accepted is less than half of the axis.',
    breaks: [['abs: 0.2', 'abs: ▸1.2']],
  },
  'predictions/unknown': {
    about: 'predict="…" names an item of kind predict.',
    breaks: [['predict="later"', 'predict="▸latter"']],
  },
  'predictions/twice': {
    about: 'A prediction is asked once on a page.',
    breaks: [['predict="price"', 'predict="▸later"']],
  },
  'predictions/state': {
    about: 'A prediction is asked before its own figure, in its own state.',
    breaks: [['state="1.budget~1" predict="later"', 'state="1.budget~1.1" predict="▸later"']],
  },
  'predictions/unasked': {
    about: 'Every prediction is asked by a figure of the page.',
    breaks: [[' predict="price"', '', { at: 'price\n' }]],
    shown: {
      good: '<Demo id="geometry" state="1.budget~1_rho~0.5" predict="price" />',
      bad: '<Demo id="geometry" state="1.budget~1_rho~0.5" />',
    },
  },
  'tasks/check': {
    about: 'The goal of a task is an expression in the results of its figure.',
    breaks: [['check: beta2 > 0', 'check: ▸betas2 > 0']],
  },
  'tasks/start': {
    about: 'The goal is not reached to begin with.',
    breaks: [['start: 1.budget~1', 'start: ▸1.budget~2.5']],
  },
  'tasks/solution': {
    about: 'The solution goes the way of any answer, and is graded as solved.',
    breaks: [
      ['solution: 1.budget~2', 'solution: ▸1.budget~1.1'],
      ['solution: 1.budget~2', 'solution: ▸1.budget~2_b2~1'],
    ],
  },
  'tasks/margin': {
    about:
      'The goal is not reached by a hair: half a percent of slack, or for a count 0.005 decades of λ.',
    breaks: [
      [
        'check: beta2 > 0\n    solution: 1.budget~2',
        'check: budget1 > 1.995\n    solution: ▸1.budget~2',
      ],
    ],
  },
  'tasks/hold': {
    about: 'What must be left alone is a key of the figure’s state.',
    breaks: [['hold: [b1, b2]', 'hold: [b1, ▸b3]']],
  },
  'tasks/unknown': {
    about: '<Task id> names an item of kind task.',
    breaks: [['<Task id="edge"', '<Task id="▸edges"']],
  },
  'tasks/twice': {
    about: 'A task stands once on a page.',
    breaks: [
      [
        '<Task id="edge" title="Both" />',
        '<Task id="edge" title="Both" />\n\n<Task id="▸edge" title="Again" />',
      ],
    ],
  },
} as const satisfies Record<string, Entry>
