import type { FigureId } from '#lib/figures/index.ts'

/**
 * The author's vocabulary, as data: what may stand in a question's prose beside plain Markdown.
 *
 * The compiler refuses everything else ("did you mean"), `app/_mdx/components.tsx` must satisfy
 * it by type, and `/write` shows it. Markdown itself is GFM (tables, footnotes), `$…$` and `$$…$$`
 * for maths, and fenced code in python, r, typescript, bash or sql. There are no imports, no
 * exports and no JavaScript in prose: a prop holds a string, a number or nothing (a flag).
 */
export const vocabulary = {
  ShortAnswer: {
    about:
      'The answer as one would say it: 60 to 90 words, decision first. Once a page, at the top.',
    props: {
      seconds: {
        type: 'number',
        required: true,
        min: 10,
        max: 120,
        about: 'how long it takes aloud',
      },
    },
    example:
      '<ShortAnswer seconds={35}>\n\nBoth methods charge a model for large coefficients.\n\n</ShortAnswer>',
  },
  M: {
    inline: true,
    about: 'The mark of a method: its unit ball and its hue. Own words may stand inside.',
    props: {
      l1: { type: 'flag', about: 'L1, the lasso' },
      l2: { type: 'flag', about: 'L2, ridge' },
      en: { type: 'flag', about: 'elastic net' },
      ols: { type: 'flag', about: 'ordinary least squares' },
    },
    exactlyOne: ['l1', 'l2', 'en', 'ols'],
    example: '<M l1/>, <M l2>ridge</M>',
  },
  Demo: {
    about:
      'A live figure in the state that makes the point. Figures are numbered in order. Inside: "What to notice", a list of two to four sentences that are true in this state.',
    props: {
      id: { type: 'figure', required: true, about: 'which figure' },
      state: {
        type: 'state',
        about: 'its state, as in the figure’s own link; keys left out take their defaults',
      },
      title: {
        type: 'string',
        about: 'the caption on this page; the figure’s own title if left out',
      },
      predict: {
        type: 'string',
        about: 'id of an item of kind predict, in the same figure and state: it is asked first',
      },
      unlocks: {
        type: 'state',
        about:
          'where the figure goes once the reader has predicted or skipped, so that what happens stands beside the prediction; it stays where it is if left out',
      },
    },
    together: ['predict', 'unlocks'],
    example:
      '<Demo id="geometry" state="1.budget~1.2" title="Where the contour meets the budget">\n\n- The answer sits on a corner: <Claim assert="beta2 == 0">the second coefficient is zero</Claim>.\n\n</Demo>',
  },
  Claim: {
    inline: true,
    about:
      'A checkable sentence. Inside <Demo> it is evaluated in that Demo’s state. Elsewhere it says which figure and state it speaks of (demo and state), or uses numbers alone.',
    props: {
      assert: {
        type: 'expression',
        required: true,
        about:
          'what must hold: numbers, + - * / ^, comparisons, and or not, abs min max, approx(a, b, tol), the figure’s named results, at(key=value).name in another state; == is exact and for integers only',
      },
      demo: { type: 'figure', about: 'the figure, when the claim stands outside of one' },
      state: { type: 'state', about: 'its state, when the claim stands outside of one' },
    },
    together: ['demo', 'state'],
    example: '<Claim assert="approx(0.8 - 0.5, 0.3, 1e-9)">0.8 becomes 0.3</Claim>',
  },
  Task: {
    about:
      'A goal to reach in a figure, graded by the solver, here instead of under “Check yourself”. It is an item of kind task in the front matter: its goal, figure, start and check stand there, once.',
    props: {
      id: { type: 'string', required: true, about: 'id of the item' },
      title: { type: 'string', about: 'the task in a few words; “Task” if left out' },
    },
    example: '<Task id="three" title="Exactly three survivors" />',
  },
  Aside: {
    about: 'A remark beside the text: in the margin on a wide screen, a block on a narrow one.',
    props: {},
    example: '<Aside>\n\n**A caution.** One remark, two or three sentences.\n\n</Aside>',
  },
  Pitfall: {
    about: 'A mistake that costs the interview, and what mends it.',
    props: { title: { type: 'string', about: 'the mistake in a few words' } },
    example: '<Pitfall title="Comparing λ across libraries">\n\nscikit-learn …\n\n</Pitfall>',
  },
  Derivation: {
    about:
      'Steps that fold. Inside: one ordered list; the first paragraph of each item is the step as one would say it, what follows (the algebra) unfolds.',
    props: {
      title: { type: 'string', required: true, about: 'what is derived' },
      open: { type: 'flag', about: 'all steps unfolded from the start' },
    },
    example:
      '<Derivation title="The soft threshold">\n\n1. Set the derivative to zero.\n\n   $$z - b = \\lambda$$\n\n2. Solve for $b$.\n\n   $$b = z - \\lambda$$\n\n</Derivation>',
  },
  When: {
    about:
      'A choice table. Inside: one GFM table, usually situation, choice, because. On a narrow screen its rows stack.',
    props: {},
    example:
      '<When>\n\n| Situation | Reach for | Because |\n| --- | --- | --- |\n| Many small effects | <M l2/> | Dropping any of them costs accuracy. |\n\n</When>',
  },
} as const satisfies Record<string, Component>

/** What <M l1/> says when nothing stands inside of it. */
export const methodNames = { l1: 'L1', l2: 'L2', en: 'elastic net', ols: 'OLS' } as const

/** HTML that says what Markdown cannot. Without attributes. */
export const htmlNames = ['br', 'kbd', 'sub', 'sup'] as const

/** Languages of fenced code; each costs the build time to load, and the reader nothing. */
export const languages = ['bash', 'python', 'r', 'sql', 'typescript'] as const

type PropType = 'string' | 'number' | 'flag' | 'figure' | 'state' | 'expression'

export type Prop = {
  type: PropType
  about: string
  required?: true
  /** bounds of a number, inclusive */
  min?: number
  max?: number
}

export type Component = {
  about: string
  example: string
  props: Readonly<Record<string, Prop>>
  /** may stand within a sentence; the others are blocks between blank lines */
  inline?: true
  /** of these flags exactly one must be given */
  exactlyOne?: readonly string[]
  /** the second makes no sense without the first */
  together?: readonly [string, string]
}

type Vocabulary = typeof vocabulary

export type ComponentName = keyof Vocabulary

/** The props of a component as React receives them; `components.tsx` is checked against it. */
export type PropsOf<N extends ComponentName> = PropsFrom<Vocabulary[N]['props']>

type PropsFrom<P> = {
  [K in keyof P as P[K] extends { required: true } ? K : never]: ValueOf<P[K]>
} & { [K in keyof P as P[K] extends { required: true } ? never : K]?: ValueOf<P[K]> }

type ValueOf<P> = P extends { type: 'number' }
  ? number
  : P extends { type: 'flag' }
    ? boolean
    : P extends { type: 'figure' }
      ? FigureId
      : string
