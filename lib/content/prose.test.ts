import { run } from '@mdx-js/mdx'
import * as runtime from 'react/jsx-runtime'
import { describe, expect, test } from 'vitest'
import { compileProse, readProse } from './prose.ts'
import { placed } from './sample.ts'

const bodyLine = 60

/** Problems as "line:column rule message", with lines counted within the body. */
function problems(body: string): string[] {
  return readProse({ body, bodyLine }).findings.map(
    ({ line, column, rule, message }) => `${line - bodyLine + 1}:${column} ${rule} ${message}`,
  )
}

const derivation = '<Derivation title="T">\n\n1. Say.\n\n   $$a$$\n\n</Derivation>'

test.each<[body: string, at: string, problem: string]>([
  ['import x from "y"\n\nHi', 'import', 'prose/module import is not allowed in prose'],
  ['Hi\n\nexport const a = 1', 'export', 'prose/module export is not allowed in prose'],
  ['Two {1 + 1} four', '{1', 'prose/expression JavaScript is not allowed in prose'],
  [
    'Hi\n\n<Asid>\n\nx\n\n</Asid>',
    '<Asid>',
    'prose/unknown-component there is no component <Asid>',
  ],
  ['A <div>b</div>', '<div>', 'prose/unknown-component there is no component <div>'],
  ['A <>b</>', '<>', 'prose/unknown-component fragments are not part of the vocabulary'],
  ['A <sub id="x">b</sub>', 'id=', 'prose/unknown-prop <sub> takes no props'],
  [
    '<Pitfall titel="x">\n\nx\n\n</Pitfall>',
    'titel',
    'prose/unknown-prop <Pitfall> has no prop “titel”',
  ],
  ['A <M l1 {...x}/>', '{...x}', 'prose/expression props cannot be spread'],
  ['A <M l1 l1/>', 'l1/', 'prose/prop-value “l1” is given twice'],
  ['A <M l1="x"/>', 'l1=', 'prose/prop-value “l1” takes no value'],
  ['A <M/> b', '<M/>', 'prose/missing-prop <M> needs exactly one of l1, l2, en, ols'],
  ['A <M l1 l2/> b', '<M', 'prose/missing-prop <M> needs exactly one of l1, l2, en, ols'],
  [
    '<ShortAnswer seconds="35">\n\nx\n\n</ShortAnswer>',
    'seconds',
    'prose/prop-value “seconds” is a number',
  ],
  [
    '<ShortAnswer seconds={400}>\n\nx\n\n</ShortAnswer>',
    'seconds',
    'prose/prop-value “seconds” goes from 10 to 120, not 400',
  ],
  [
    '<ShortAnswer>\n\nx\n\n</ShortAnswer>',
    '<ShortAnswer',
    'prose/missing-prop <ShortAnswer> needs “seconds”: how long it takes aloud',
  ],
  ['<Demo id="geometri" />', 'id=', 'figures/unknown there is no figure “geometri”'],
  ['<Demo id="" />', 'id=', 'prose/prop-value “id” is empty'],
  ['<Demo id={1} />', 'id=', 'prose/prop-value “id” is text'],
  [
    'A <Claim assert="1 < 2" state="1.b~2">b</Claim>',
    '<Claim',
    'prose/missing-prop “state” says nothing without “demo”',
  ],
  ['A <Claim assert="1 < 2"></Claim>', '<Claim', 'prose/contents <Claim> is empty'],
  ['<Task id="a" check="1 < 2" />', 'check', 'prose/unknown-prop <Task> has no prop “check”'],
  [
    '<Task id="a">\n\nx\n\n</Task>',
    '<Task',
    'prose/contents <Task> holds nothing: its goal is the prompt of its item',
  ],
  [
    'A sentence <Demo id="paths" /> goes on',
    '<Demo',
    'prose/block-in-sentence <Demo> is a block and cannot stand inside a sentence',
  ],
  ['<When>\n\nx\n\n</When>', '<When>', 'prose/contents <When> holds one table and nothing else'],
  [
    '<Derivation title="T">\n\n- x\n\n</Derivation>',
    '<Derivation',
    'prose/contents <Derivation> holds one numbered list (1., 2., …) and nothing else',
  ],
  [
    '| a | b |\n| - | - |\n| x | $|y|$ |',
    '| x',
    'prose/table-cells this row has 4 cells, the heading 2',
  ],
  ['```pyhton\nx\n```', '```', 'prose/language code in “pyhton” cannot be highlighted'],
  ['# One', '# One', 'prose/heading-depth a heading of depth 1'],
  ['## A\n\n[b](#c)', '[b]', 'links/dead-anchor there is no “#c” on this page'],
  ['A formula $a + \\foo b$', '\\foo', 'maths/tex unsupported function name: \\foo'],
  ['$$\na\n+ \\bad\n$$', '\\bad', 'maths/tex unsupported function name: \\bad'],
  ['- A\n\n  $$\n  a\n  + \\bad\n  $$', '\\bad', 'maths/tex unsupported function name: \\bad'],
  ['A $\\href{https://x.org}{a}$', '\\href', 'maths/tex Unsupported function name: \\href'],
  ['A $$ $$ b', '$$ $$', 'maths/tex the formula is empty'],
  ['If x <3 then', '3', 'prose/syntax unexpected character `3`'],
  ['A { b', '', 'prose/syntax unexpected end of file'],
  ['<Aside>\n\nx\n', '<Aside>', 'prose/syntax expected a closing tag for `<Aside>`'],
])('%s', (body, at, problem) => {
  const found = problems(body)
  expect(found).toHaveLength(1)
  if (at) expect(found[0]).toMatch(new RegExp(`^${placed(body, at)} `))
  expect(found[0]).toContain(problem)
})

test('several problems are told at once, in order', () => {
  expect(problems('$\\a$\n\n<Foo/>\n\n$\\b{$\n\n<M/>').map((each) => each.split(' ')[1])).toEqual([
    'maths/tex',
    'prose/unknown-component',
    'maths/tex',
    'prose/missing-prop',
  ])
})

test.each([
  ['A comment {/* of the author */} in a line'],
  ['{/* or between */}\n\nblocks'],
  ['A <kbd>T</kbd>, x<sub>1</sub>, <M l1/>, <M en>elastic net</M>'],
  ['Inline $x < 3$ and\n\n$$\\frac{a}{b}$$'],
  ['A note.[^1]\n\n[^1]: The note.'],
  ['## A heading\n\n[there](#a-heading), [out](https://example.org)'],
  [derivation],
])('%s is fine', async (body) => {
  const prose = readProse({ body, bodyLine })
  expect(prose.findings).toEqual([])
  await expect(compileProse(prose)).resolves.toContain('_createMdxContent')
})

describe('the outline', () => {
  const body = `<ShortAnswer seconds={35}>\n\nx\n\n</ShortAnswer>

## Why $\\lambda$ and <M l1/>?

<Demo id="geometry" />

### Again

## Again

<Demo id="paths" title="The price" />
`
  const { toc, tree } = readProse({ body, bodyLine })

  test('holds headings and figures in order', () => {
    expect(toc).toEqual([
      { id: 'short-answer', text: 'Short answer', depth: 2 },
      { id: 'why-λ-and-l1', text: 'Why λ and L1?', depth: 2 },
      { id: 'fig-1', text: expect.stringMatching(/^Fig. 1, \S/), depth: 2 },
      { id: 'again', text: 'Again', depth: 3 },
      { id: 'again-2', text: 'Again', depth: 2 },
      { id: 'fig-2', text: 'Fig. 2, The price', depth: 2 },
    ])
  })

  test('gives each figure its number', () => {
    const numbers = tree.children
      ?.filter(({ name }) => name === 'Demo')
      .map(({ attributes }) => attributes?.find(({ name }) => name === 'figure')?.value)
    expect(numbers).toMatchObject([{ value: '1' }, { value: '2' }])
  })
})

describe('compiled', () => {
  type Element = { type: unknown; props: Record<string, unknown> & { children?: unknown } }

  async function elements(body: string): Promise<Element[]> {
    const code = await compileProse(readProse({ body, bodyLine }))
    const { default: Content } = await run(code, runtime)
    const names = ['Maths', 'Code', 'Scroll', 'Step', 'StepSummary', 'Derivation', 'Demo', 'When']
    const components = Object.fromEntries(names.map((name) => [name, name])) as object
    const found: Element[] = []
    collect((Content as (props: object) => unknown)({ components }), found)
    return found
  }

  function collect(node: unknown, into: Element[]) {
    if (Array.isArray(node)) for (const each of node) collect(each, into)
    else if (typeof node === 'object' && node !== null && 'props' in node) {
      into.push(node as Element)
      collect((node as Element).props.children, into)
    }
  }

  test('a formula is one string of MathML', async () => {
    const [inline] = (await elements('A $\\beta_1$')).filter(({ type }) => type !== 'p')
    expect(inline).toMatchObject({
      type: 'Maths',
      props: { html: '<math><msub><mi>β</mi><mn>1</mn></msub></math>' },
    })
  })

  test('a formula between double dollars on a line of its own is displayed', async () => {
    const all = await elements('A\n\n$$a$$\n\nb')
    expect(all.find(({ type }) => type === 'Maths')?.props).toMatchObject({ block: true })
    expect(all.filter(({ type }) => type === 'p')).toHaveLength(2)
  })

  test('code is one string with the roles of its words', async () => {
    const code = (await elements('```python\nx = "<a>"  # b\n```')).find(
      ({ type }) => type === 'Code',
    )
    expect(code?.props).toEqual({
      lang: 'python',
      html: 'x = <span class="s">"&lt;a&gt;"</span>  <span class="c"># b</span>',
    })
  })

  test('a table scrolls in its own box, but for a choice table', async () => {
    const table = '| a |\n| - |\n| b |'
    const types = (await elements(`${table}\n\n<When>\n\n${table}\n\n</When>`)).map(
      ({ type }) => type,
    )
    expect(
      types.filter((type) => type === 'Scroll' || type === 'When' || type === 'table'),
    ).toEqual(['Scroll', 'table', 'When', 'table'])
  })

  test('a derivation becomes steps, each said and then shown', async () => {
    const all = await elements(derivation)
    expect(all.map(({ type }) => type).filter((type) => type !== runtime.Fragment)).toEqual([
      'Derivation',
      'Step',
      'StepSummary',
      'Maths',
    ])
    expect(all.find(({ type }) => type === 'StepSummary')?.props.children).toBe('Say.')
  })

  test('a figure knows its number', async () => {
    const demo = (await elements('<Demo id="paths" />')).find(({ type }) => type === 'Demo')
    expect(demo?.props).toEqual({ id: 'paths', figure: 1 })
  })
})
