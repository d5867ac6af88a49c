import { expect, test } from 'vitest'
import { makeEngine } from './engine.ts'
import { facets, PAGE, readFilters, toggled, valuesOf, writeFilters } from './filters.ts'
import { list } from './listing.ts'
import { pack } from './pack.ts'
import { synthetic } from './synthetic.ts'

const questions = synthetic(300, 7)
const engine = makeEngine(pack(questions, []))
const parents = { 'topic-1': 'topic-0', 'topic-2': 'topic-1' }
const statuses = { [questions[0]!.id]: ['due', 'starred'], [questions[1]!.id]: ['known'] }
const around = { parents, statuses }
const ask = (address: string) => list(engine, readFilters(address), around)

test('without a filter all are there, newest first, a page of them shown', () => {
  const { total, rows } = ask('')
  expect(total).toBe(300)
  expect(rows.map(({ id }) => id)).toEqual(questions.slice(0, PAGE).map(({ id }) => id))
  expect(ask('show=100').rows).toHaveLength(120)
})

test('of one facet any value will do, of several facets all', () => {
  const filters = readFilters('level=intern&level=senior&kind=case&company=none')
  const wanted = questions.filter(
    ({ levels, kind, companies }) =>
      (levels.includes('intern') || levels.includes('senior')) &&
      kind === 'case' &&
      companies.length === 0,
  )
  expect(wanted.length).toBeGreaterThan(5)
  const { rows } = list(engine, filters, around)
  expect(rows.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
})

test('a topic holds the topics below it', () => {
  const inTree = questions.filter(({ topic }) => ['topic-0', 'topic-1', 'topic-2'].includes(topic))
  expect(ask('topic=topic-0').total).toBe(inTree.length)
})

test('each count is what choosing that value alone in its facet would show', () => {
  const address = 'level=mid&kind=case&kind=debug&demo=yes'
  const { counts } = ask(address)
  const filters = readFilters(address)
  for (const facet of facets) {
    const values = new Set(questions.flatMap((each) => valuesOf(each, facet, around)))
    for (const value of values) {
      const alone = list(engine, { ...filters, [facet]: [value] }, around)
      expect([facet, value, counts[facet][value] ?? 0]).toEqual([facet, value, alone.total])
    }
  }
})

test('statuses are the reader’s, and filter nothing before they are known', () => {
  expect(ask('status=due').rows.map(({ id }) => id)).toEqual([questions[0]!.id])
  expect(ask('status=new').total).toBe(298)
  expect(ask('status=starred&status=known').total).toBe(2)
  const unknown = { parents, statuses: null }
  expect(list(engine, readFilters('status=due'), unknown).total).toBe(300)
})

test('when nothing is found, what to leave out and what that would show', () => {
  const { total, relax } = ask('q=qqqqq&kind=case')
  expect(total).toBe(0)
  const cases = questions.filter(({ kind }) => kind === 'case').length
  expect(relax).toEqual([{ leave: 'q', total: cases }])

  const [known] = questions.filter(({ id }) => id === questions[1]!.id)
  const other = known!.kind === 'case' ? 'debug' : 'case'
  const narrowed = ask(`status=known&kind=${other}`).relax
  expect(narrowed).toContainEqual({ leave: 'kind', total: 1 })
  expect(narrowed).toContainEqual({
    leave: 'status',
    total: questions.filter(({ kind }) => kind === other).length,
  })
})

test('an address is read, written and toggled without loss; what is foreign is dropped', () => {
  const address = '?q=elastic+net&topic=a&topic=b&level=mid&show=120'
  expect(writeFilters(readFilters(address))).toBe(address)
  expect(writeFilters(readFilters('x=1&topic=<b>&show=-4&q=%20'))).toBe('')
  const back = toggled(toggled(readFilters('topic=a'), 'topic', 'b'), 'topic', 'a')
  expect(back).toMatchObject({ topic: ['b'], show: PAGE })
  expect(readFilters(`q=${'x'.repeat(900)}`).q).toHaveLength(200)
})
