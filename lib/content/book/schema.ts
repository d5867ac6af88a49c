import type { Entry } from './entry.ts'

/** The front matter as text, and as the contract of `front-matter.ts`. */
export const schema = {
  'yaml/syntax': {
    about:
      'The front matter is YAML. A text that holds “: ”, “#”, quotes or brackets goes into quotes; indentation is made of spaces.',
    breaks: [
      [
        "title: 'Lasso: why zeros?'",
        'title: ▸Lasso: why zeros?',
        { over: 'title: Why does the lasso give zeros?' },
      ],
      ['minutes: 5', '▸"kind": concept'],
      ['  - id: corner', '▸\t- id: corner'],
      ['roles: [data-scientist]', 'roles: [data-scientist', { at: 'kind: concept' }],
    ],
  },
  'schema/front-matter': {
    about: 'A file begins with its front matter, between two lines that hold only three hyphens.',
    breaks: [
      ['---\nid: reg-0001', '▸id: reg-0001'],
      ['updated: 2026-11-23\n---', 'updated: 2026-11-23', { at: '---\nid' }],
    ],
  },
  'schema/file-name': {
    about:
      'The name of the file is the address of the question: lower-case words joined by hyphens.',
    breaks: [['---\nid', '▸---\nid', { path: 'regularization/Why zeros.mdx' }]],
    shown: {
      good: 'content/questions/regularization/why-zeros.mdx',
      bad: 'content/questions/regularization/Why zeros.mdx',
    },
  },
  'schema/topic-folder': {
    about: 'A question lies in the folder of its topic.',
    breaks: [['topic: regularization', 'topic: ▸regularization', { path: 'trees/why-zeros.mdx' }]],
    shown: {
      good: 'content/questions/regularization/… with topic: regularization',
      bad: 'content/questions/trees/… with topic: regularization',
    },
  },
  'schema/missing': {
    about: 'What every question has must be there.',
    breaks: [
      ['minutes: 5\nsummary', 'summary', { at: 'id: reg-0001' }],
      ['title: Why does the lasso give zeros?\n', '', { at: 'id: reg-0001' }],
      ['id: corner\n    text: Says that the corner lies on an axis', '▸id: corner'],
      ['{ id: b, text: The squared one, why: It is round. }', '▸{ id: b, text: The squared one }'],
    ],
  },
  'schema/unknown-key': {
    about: 'A key that nothing reads is a slip of the pen: what it says would be lost.',
    breaks: [
      ['minutes: 5', '▸minuets: 5', { with: ['schema/missing'] }],
      ['    weight: 3', '    ▸wieght: 3', { with: ['schema/missing'] }],
      ['authors: [ridgeline]', 'authors: [ridgeline]\n▸difficulty: hard'],
    ],
  },
  'schema/type': {
    about: 'A number is a number, a list a list, a text a text.',
    breaks: [
      ['minutes: 5', 'minutes: ▸five'],
      ['minutes: 5', 'minutes: ▸5.5'],
      ['levels: [mid, senior]', 'levels: ▸mid'],
      ['must: true', 'must: ▸maybe'],
    ],
  },
  'schema/choice': {
    about: 'Some keys take one of a few words.',
    breaks: [
      ['kind: concept', 'kind: ▸concpet'],
      ['levels: [mid, senior]', 'levels: [▸middle, senior]'],
      ['    kind: numeric', '    kind: ▸numerical'],
      ['status: published', 'status: ▸public'],
    ],
  },
  'schema/range': {
    about:
      'Numbers, and the lengths of texts and lists, have bounds: a title of 90 characters, 4 to 14 key points, at least 2 items and 1 source.',
    breaks: [
      ['minutes: 5', 'minutes: ▸46'],
      ['levels: [mid, senior]', 'levels: ▸[]'],
      ['title: Why does the lasso give zeros?', `title: ▸${'Why '.repeat(24)}zeros?`],
      ['    weight: 3', '    weight: ▸4'],
      ['authors: [ridgeline]', 'authors: ▸[]'],
    ],
  },
  'schema/format': {
    about: 'Ids, dates and addresses have a form: reg-0001, 2026-11-23, https://….',
    breaks: [
      ['updated: 2026-11-23', 'updated: ▸2026-11-31'],
      ['id: reg-0001', 'id: ▸reg-1'],
      ['url: https://example.org/lasso', 'url: ▸example.org/lasso'],
      ["when: 'missed:corner'", 'when: ▸sometimes'],
    ],
  },
  'schema/value': {
    about:
      'A value is of the right type and still makes no sense: said twice, two entries of one id, a summary of more than 60 words.',
    breaks: [
      ['levels: [mid, senior]', 'levels: [mid, ▸mid]'],
      ['  - id: pull', '  - id: ▸corner'],
      [
        'summary: The pull of L1 keeps its strength near zero.',
        `summary: ▸${'The pull stays. '.repeat(21)}`,
      ],
      ['right: true, why: It has corners.', 'why: It has corners.', { at: '- { id: a' }],
    ],
  },
  'schema/key-point': {
    about: 'A follow-up names key points of its own question.',
    breaks: [
      ["when: 'missed:corner'", "when: ▸'missed:corners'"],
      ['expects: [corner, pull]', 'expects: [corner, ▸shove]'],
    ],
  },
} as const satisfies Record<string, Entry>
