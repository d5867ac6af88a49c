import type { Locator, Page } from '@playwright/test'
import { decodeState, defaults, type Figure, type FigureId, figures } from '#lib/figures/index.ts'
import { house } from '#lib/figures/units.ts'
import { expect } from './fixtures.ts'

/* How a test takes hold of a figure. Every number is read from its table twin and recomputed here by
   the solver, from the state that the controls show or the address carries. */

export type Point = { x: number; y: number }

/** @param state as in a link; the default one if left out */
export async function open(page: Page, id: FigureId, state?: string): Promise<Locator> {
  await page.goto(state === undefined ? `/demos/${id}` : `/demos/${id}?s=${state}`)
  const figure = page.locator(`[data-demo=${id}]`)
  await ready(figure)
  return figure
}

/** Alive: drawn for one layout, no longer for both as the server does. Its code may be long in coming. */
export async function ready(figure: Locator) {
  await expect(figure.locator('.fig-panels > *')).toHaveCount(1, { timeout: 30_000 })
}

export function grip(figure: Locator, name: string): Locator {
  return figure.getByRole('slider', { name })
}

export async function centre(place: Locator): Promise<Point> {
  const box = (await place.boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

export async function drag(page: Page, handle: Locator, by: Point) {
  await handle.scrollIntoViewIfNeeded()
  const { x, y } = await centre(handle)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + by.x / 2, y + by.y / 2)
  await page.mouse.move(x + by.x, y + by.y, { steps: 4 })
  await page.mouse.up()
}

/** A finger as the browser sees one: it decides itself whether to scroll. */
export async function swipe(page: Page, { x, y }: Point, by: Point) {
  const browser = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share = 0) =>
    browser.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + by.x * share, y: y + by.y * share }],
    })
  await touch('touchStart')
  for (let i = 1; i <= 8; i++) await touch('touchMove', i / 8)
  await touch('touchEnd')
}

/** The state of a figure alone on its page, once it has come to rest and the address says the same. */
export async function stateOf<Id extends FigureId>(page: Page, id: Id) {
  const figure = figures[id] as unknown as Figure
  const shown = page.locator(`[data-demo=${id}] [data-link]`)
  const link = async () => (await shown.getAttribute('data-link'))!
  const stateIn = (address: string) =>
    decodeState(figure, new URL(address, page.url()).searchParams.get('s') ?? '')
  await expect(async () => {
    const before = await link()
    // A drag is one change of the address: it follows a quarter of a second after the last.
    await page.waitForTimeout(300)
    expect(await link()).toBe(before)
    expect(stateIn(page.url()).state).toEqual(stateIn(before).state)
  }).toPass({ timeout: 10_000 })
  const { state, notes } = stateIn(page.url())
  expect(notes).toEqual([])
  return state as Parameters<(typeof figures)[Id]['compute']>[0]
}

/** The table twin comes to hold what the solver finds in this state: it follows once the hand rests. */
export async function expectNumbers(figure: Locator, id: FigureId, state?: object) {
  await expect(figure.locator('[aria-busy=true]')).toHaveCount(0)
  const wanted = expected(id, state)
  await expect(async () => close(await numbers(figure), wanted)).toPass({ timeout: 10_000 })
}

/** Every number of the table twin, row by row. */
export async function numbers(figure: Locator): Promise<number[]> {
  const cells = await figure.locator('.fig-tables tbody td').allTextContents()
  return cells.filter(isNumber).map(toNumber)
}

/** The same from the solver, rounded as the table writes them; at the figure's start, or in a state. */
export function expected(id: FigureId, state?: object): number[] {
  const figure = figures[id] as unknown as Figure
  const of = { ...defaults(figure), ...state }
  return figure
    .tables(of, figure.compute(of), house)
    .flatMap(({ rows }) => rows.flatMap(([, ...cells]) => cells))
    .filter((cell) => typeof cell === 'number' || isNumber(cell))
    .map((cell) => (typeof cell === 'number' ? Number(cell.toFixed(3)) + 0 : toNumber(cell)))
}

/** What is read is rounded: equal to a hundredth, or to the digits that the table has. */
export function close(shown: readonly number[], wanted: readonly number[]) {
  expect(shown).toHaveLength(wanted.length)
  shown.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 2))
}

/** A cell may also hold words, or a penalty that is written already. */
function isNumber(text: string): boolean {
  return text !== '' && Number.isFinite(toNumber(text))
}

function toNumber(text: string): number {
  return Number(text.replace('−', '-'))
}
