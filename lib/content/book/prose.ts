import type { Entry } from './entry.ts'

const over = 'A formula $\\lambda$ and a figure.'
const words = 'One says what it charges for and why that selects in a few words.'

/** The text below the front matter: MDX, the vocabulary, formulas. */
export const prose = {
  'prose/syntax': {
    about:
      'The text is MDX: each tag is closed, empty lines go around blocks, and < and { as text are escaped.',
    breaks: [
      ['If $x < 3$, stop.', 'If x <▸3, stop.', { over }],
      ['<Aside>\n\nA remark.\n\n</Aside>', '▸<Aside>\n\nA remark.', { over }],
    ],
  },
  'prose/module': {
    about: 'There are no imports and exports in prose: the vocabulary is always at hand.',
    breaks: [
      ['A paragraph.', "▸import x from 'y'\n\nA paragraph.", { over }],
      ['A paragraph.', '▸export const a = 1\n\nA paragraph.', { over }],
    ],
  },
  'prose/expression': {
    about:
      'There is no JavaScript in prose. Braces as text are escaped; comments may stand between them.',
    breaks: [
      ['A set \\{1, 2\\}.', 'A set ▸{1, 2}.', { over }],
      ['<M l1/> selects.', '<M l1 ▸{...props}/> selects.', { over }],
    ],
  },
  'prose/unknown-component': {
    about: 'Components are those of the vocabulary, and br, kbd, sub and sup.',
    breaks: [
      ['<Aside>\n\nA remark.\n\n</Aside>', '▸<Asid>\n\nA remark.\n\n</Asid>', { over }],
      ['A <sub>1</sub>.', 'A ▸<div>1</div>.', { over }],
      ['A remark.', 'A ▸<>remark</>.', { over }],
    ],
  },
  'prose/unknown-prop': {
    about: 'A component takes the props that the vocabulary gives it, and HTML takes none.',
    breaks: [
      [
        '<Pitfall title="Units">\n\nMind them.\n\n</Pitfall>',
        '<Pitfall ▸titel="Units">\n\nMind them.\n\n</Pitfall>',
        { over },
      ],
      ['A <sub>1</sub>.', 'A <sub ▸id="x">1</sub>.', { over }],
      ['<Task id="edge" title="Both" />', '<Task id="edge" ▸goal="Both" />'],
    ],
  },
  'prose/missing-prop': {
    about: 'Some props must be given; of the marks of a method exactly one.',
    breaks: [
      ['<ShortAnswer seconds={35}>', '▸<ShortAnswer>'],
      ['<M l1/> selects.', '▸<M/> selects.', { over }],
      ['<M l1/> selects.', '▸<M l1 l2/> selects.', { over }],
      [
        '<Claim assert="1 < 2">Less</Claim>.',
        '▸<Claim assert="1 < 2" state="1.budget~1">Less</Claim>.',
        { over },
      ],
    ],
  },
  'prose/prop-value': {
    about:
      'A prop holds what its type says: a number in braces, a text in quotes, a flag nothing. Each is given once.',
    breaks: [
      ['<ShortAnswer seconds={35}>', '<ShortAnswer ▸seconds="35">'],
      ['<ShortAnswer seconds={35}>', '<ShortAnswer ▸seconds={400}>'],
      ['<M l1/> selects.', '<M ▸l1={true}/> selects.', { over }],
      ['<M l1/> selects.', '<M l1 ▸l1/> selects.', { over }],
      ['<Task id="edge" title="Both" />', '<Task id="edge" ▸title="" />'],
    ],
  },
  'prose/block-in-sentence': {
    about: 'A block stands between empty lines, never inside of a sentence.',
    breaks: [['A figure:\n\n<Demo id="paths" />', 'A figure ▸<Demo id="paths" /> here.', { over }]],
  },
  'prose/contents': {
    about:
      'A choice table holds one table, a derivation one numbered list, a task nothing; the others are not empty.',
    breaks: [
      [
        '<When>\n\n| If | Take |\n| --- | --- |\n| few | L1 |\n\n</When>',
        '▸<When>\n\nL1 if few.\n\n</When>',
        { over },
      ],
      [
        '<Derivation title="Zero">\n\n1. Differentiate.\n\n</Derivation>',
        '▸<Derivation title="Zero">\n\n- Differentiate.\n\n</Derivation>',
        { over },
      ],
      ['<Task id="edge" title="Both" />', '▸<Task id="edge" title="Both">\n\nDo.\n\n</Task>'],
      ['<Claim assert="1 < 2">Less</Claim>.', '▸<Claim assert="1 < 2"></Claim>.', { over }],
    ],
  },
  'prose/table-cells': {
    about: 'Each row has as many cells as the heading. A | inside of a formula ends the cell.',
    breaks: [
      [
        '| a | b |\n| - | - |\n| x | $\\lvert y \\rvert$ |',
        '| a | b |\n| - | - |\n▸| x | $|y|$ |',
        { over },
      ],
    ],
  },
  'prose/language': {
    about: 'Fenced code is in one of the languages that are highlighted while building.',
    breaks: [['```python\nx = 1\n```', '▸```pyhton\nx = 1\n```', { over }]],
  },
  'prose/heading-depth': {
    about: 'The title of the page comes from the front matter; in the text there are ## and ###.',
    breaks: [
      ['## The corner', '▸# The corner'],
      ['## The corner', '▸#### The corner'],
    ],
  },
  'prose/short-answer': {
    about: 'A page has one short answer, at the top.',
    breaks: [
      [
        '<Aside>\n\nA remark.\n\n</Aside>',
        '▸<ShortAnswer seconds={35}>\n\nA second one.\n\n</ShortAnswer>',
        { over },
      ],
    ],
  },
  'prose/short-answer-length': {
    about: 'The short answer has 60 to 90 words, which can be said in 30 to 45 seconds.',
    severity: 'warning',
    breaks: [
      [`<ShortAnswer seconds={35}>\n\n${words}`, '▸<ShortAnswer seconds={35}>\n\nIn short.'],
    ],
    shown: {
      good: '<ShortAnswer seconds={35}> with 60 to 90 words',
      bad: '<ShortAnswer seconds={35}> with 58 words',
    },
  },
  'maths/tex': {
    about:
      'Every formula is set while building: what cannot be parsed stops there. Links and styles are not allowed in it.',
    breaks: [
      ['A formula $a + \\lambda$.', 'A formula $a + ▸\\lamda$.', { over }],
      ['$$\na\n+ \\beta\n$$', '$$\na\n+ ▸\\beeta\n$$', { over }],
      ['A formula $\\lambda$.', 'A formula $▸\\href{https://x.org}{a}$.', { over }],
      ['A formula $\\lambda$.', 'A formula ▸$$ $$.', { over }],
    ],
  },
} as const satisfies Record<string, Entry>
