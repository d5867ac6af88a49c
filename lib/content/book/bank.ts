import type { Entry } from './entry.ts'

const over = 'A formula $\\lambda$ and a figure.'

/** One file against the others and the vocabularies, links, and words. */
export const bank = {
  'files/unknown': {
    about: 'A file given to the check is one of the bank.',
    breaks: [],
    shown: {
      good: 'npm run check:content content/questions/regularization/why-zeros.mdx',
      bad: 'npm run check:content notes.mdx',
    },
  },
  'drafts/todo': {
    about:
      'What is still to be written says TODO: a warning in a draft, an error in what readers see.',
    breaks: [
      ['text: Says that the pull does not fade', 'text: ▸TODO Says that the pull does not fade'],
      ['A formula and a figure.', '▸TODO', { over }],
    ],
  },
  'ids/duplicate': {
    about: 'An id is given once and for ever: attempts, cards and Anki notes hang on it.',
    breaks: [['id: reg-0001', 'id: ▸reg-0002']],
  },
  'ids/lost': {
    about:
      'A question that was published keeps its id, also when its file gets another name; one that is no longer asked is retired. Looked at with --changed.',
    breaks: [],
    shown: {
      good: 'status: retired',
      bad: 'git rm content/questions/regularization/why-zeros.mdx',
    },
  },
  'ids/duplicate-address': {
    about: 'A slug or alias leads to one question.',
    breaks: [['aliases: [zeros]\ntopic', 'aliases: [▸older]\ntopic', { over: 'topic' }]],
  },
  'ids/unknown': {
    about: 'Prerequisites and related questions exist, and are others.',
    breaks: [
      ['related: [reg-0002]', 'related: [▸reg-0003]', { over: 'related: []' }],
      ['prerequisites: [reg-0002]', 'prerequisites: [▸reg-0001]', { over: 'prerequisites: []' }],
    ],
  },
  'tags/unknown-topic': {
    about: 'Topics, and the parents of topics, stand in content/topics.yaml.',
    breaks: [['topic: regularization', 'topic: ▸penalties', { path: 'penalties/why-zeros.mdx' }]],
  },
  'tags/unknown-role': {
    about: 'Roles stand in content/roles.yaml.',
    breaks: [['roles: [data-scientist]', 'roles: [▸data-scientits]', { with: ['tags/role'] }]],
  },
  'tags/unknown-company': {
    about: 'Companies stand in content/companies.yaml.',
    breaks: [['company: acme', 'company: ▸acmee']],
  },
  'tags/topic-circle': {
    about: 'No topic is above itself in the tree.',
    breaks: [],
    shown: {
      good: 'lasso: { title: Lasso, parent: regularization, … }',
      bad: 'lasso: { title: Lasso, parent: lasso, … }',
    },
  },
  'tags/broad-topic': {
    about: 'A question stands under the narrowest topic that fits.',
    severity: 'warning',
    breaks: [],
    shown: {
      good: 'topic: regularization',
      bad: 'topic: linear-models, of which regularization is a part',
    },
  },
  'tags/level': {
    about: 'A question that was asked at a level has that level.',
    breaks: [['level: senior, evidence', 'level: ▸intern, evidence']],
  },
  'tags/role': {
    about: 'A question that was asked for a role has that role.',
    breaks: [['company: acme, role: data-scientist', 'company: acme, role: ▸analyst']],
  },
  'tags/evidence-url': {
    about: 'Public evidence says where it can be read.',
    breaks: [['evidence: submitted', 'evidence: ▸public-url']],
  },
  'tags/company-without-evidence': {
    about: 'A company is named only where an encounter says who was asked it there.',
    breaks: [['asked: Explain why', 'asked: ▸Globex wants to know why']],
  },
  'titles/near-duplicate': {
    about:
      'Two titles that a search could not tell apart: say what is different, or make one an alias of the other.',
    severity: 'warning',
    breaks: [['title: Why does the lasso give zeros?', 'title: ▸Why would ridge keep everything?']],
  },
  'links/dead': {
    about: 'A link within the site arrives at a page.',
    breaks: [
      ['See [that](/questions/other).', 'See ▸[that](/questions/nowhere).', { over }],
      ['See [that](/topics/regularization).', 'See ▸[that](/topics/trees).', { over }],
      ['See [that](/about/scoring).', 'See ▸[that](/about/scores).', { over }],
    ],
  },
  'links/dead-anchor': {
    about:
      'A link to a place on a page arrives at the place. Questions and the authors’ pages can be looked at for it; to other pages one links as a whole.',
    breaks: [
      ['See [that](#the-corner).', 'See ▸[that](#korner).', { over }],
      [
        'See [that](/questions/other#the-corner).',
        'See ▸[that](/questions/other#korner).',
        { over },
      ],
    ],
  },
  'links/address': {
    about: 'A link is an address: / or # inside of the site, https:// outside.',
    breaks: [
      ['See [that](https://example.org).', 'See ▸[that](example.org).', { over }],
      ['See [that](https://example.org).', 'See ▸[that](javascript:x).', { over }],
    ],
  },
  'spelling/unknown-word': {
    about:
      'Words are in a British or American dictionary, or in content/words.txt. Cues, code and formulas are not spelt.',
    breaks: [
      ['A formula and a figure.', 'A ▸fromula and a figure.', { over }],
      ['text: Says that the pull', 'text: Says ▸thaat the pull'],
    ],
  },
} as const satisfies Record<string, Entry>
