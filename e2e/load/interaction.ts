import { chromium, type Page } from '@playwright/test'
import { BROWSER_FLAGS, findBrowser } from '#lib/boot/browser.mjs'
import { type FigureId, figures } from '#lib/figures/index.ts'

/* npm run bench:figures: how each figure answers the hand on a processor four times as slow. Against a
   site that runs (BASE_URL). Exits 1 when a figure is too slow, and when no input arrived: with
   WITHOUT_INPUT=1 nothing is sent, and it must fail. */

const BASE = process.env['BASE_URL'] ?? 'http://127.0.0.1:3000'
const SLOWER = 4
/** at most, in milliseconds: 98 of 100 interactions are answered within */
const INP = 100
/** at most, of the frames of a drag: longer than 33 ms */
const LATE = 0.05
const INPUTS = 50
/** each figure so often, on a page of its own; of each number the median */
const RUNS = Number(process.env['RUNS'] ?? 3)

type Seen = { inputs: number; interactions: number[]; frames: number[]; idle: number[] }

const only = process.argv.slice(2) as FigureId[]
const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS })
const rows = []
for (const id of only.length > 0 ? only : (Object.keys(figures) as FigureId[])) {
  const runs: Seen[] = []
  for (let run = 0; run < RUNS; run++) runs.push(await measure(id))
  const inputs = Math.min(...runs.map((run) => run.inputs))
  const drags = Math.min(...runs.map(({ frames }) => frames.length))
  const inp = median(runs.map(({ interactions }) => quantile(interactions, 0.98)))
  const late = median(runs.map(({ frames }) => lateShare(frames)))
  rows.push({
    figure: id,
    inputs,
    'INP p98, ms': inp,
    'drag frames': drags,
    'late, %': percent(late),
    // what the machine itself does to a page that nobody touches: how far to trust the rest
    'late untouched, %': percent(median(runs.map(({ idle }) => lateShare(idle)))),
    passed: inputs >= INPUTS && drags > 0 && inp <= INP && late <= LATE,
  })
}
await browser.close()
console.table(rows)
if (!rows.every(({ passed }) => passed)) process.exitCode = 1

/** Arrow keys on the sliders of one figure, and a drag of its first handle (or slider). */
async function measure(id: FigureId): Promise<Seen> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.addInitScript('globalThis.__name = (named) => named') // tsx wraps functions in it
  await page.goto(`${BASE}/demos/${id}`)
  await page.locator(`[data-demo=${id}] .fig-panels > *`).nth(1).waitFor({ state: 'detached' })
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.evaluate(observe)
  await page.waitForTimeout(1500)
  if (process.env['WITHOUT_INPUT'] !== '1') {
    await pressKeys(page)
    await drag(page)
  }
  await page.waitForTimeout(600)
  const seen = await page.evaluate(() => {
    const { interactions, ...seen } = (window as unknown as { seen: RawSeen }).seen
    return { ...seen, interactions: [...interactions.values()] }
  })
  await page.close()
  return seen
}

type RawSeen = {
  inputs: number
  interactions: Map<number, number>
  frames: number[]
  idle: number[]
  dragging: boolean
}

/** In the page. An interaction below the threshold of 16 ms is not reported: it counts as answered at once. */
function observe() {
  const seen: RawSeen = {
    inputs: 0,
    interactions: new Map(),
    frames: [],
    idle: [],
    dragging: false,
  }
  Object.assign(window, { seen })
  for (const type of ['keydown', 'pointerdown', 'pointermove'])
    addEventListener(type, (event) => event.isTrusted && seen.inputs++, { capture: true })
  addEventListener('pointerdown', () => (seen.dragging = true), { capture: true })
  addEventListener('pointerup', () => (seen.dragging = false), { capture: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
      if (entry.interactionId > 0) {
        const before = seen.interactions.get(entry.interactionId) ?? 0
        seen.interactions.set(entry.interactionId, Math.max(before, entry.duration))
      }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  let last = performance.now()
  requestAnimationFrame(function frame(now) {
    if (seen.dragging) seen.frames.push(now - last)
    else if (seen.inputs === 0) seen.idle.push(now - last)
    last = now
    requestAnimationFrame(frame)
  })
}

async function pressKeys(page: Page) {
  const sliders = await page.locator('.fig-controls input[type=range]:visible').all()
  const each = Math.ceil(INPUTS / Math.max(1, sliders.length))
  for (const slider of sliders) {
    await slider.focus()
    for (let i = 0; i < each; i++) {
      await page.keyboard.press(i % 8 < 4 ? 'ArrowRight' : 'ArrowLeft')
      await page.waitForTimeout(40)
    }
  }
}

async function drag(page: Page) {
  const handle = page
    .locator('.fig-handle:visible, .fig-controls input[type=range]:visible')
    .first()
  await handle.scrollIntoViewIfNeeded()
  const box = (await handle.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let i = 1; i <= 60; i++) {
    await page.mouse.move(x + 50 * Math.sin(i / 9), y + 8 * Math.sin(i / 7))
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
}

function lateShare(frames: readonly number[]): number {
  return frames.filter((frame) => frame > 33.4).length / Math.max(1, frames.length)
}

function percent(share: number): number {
  return Math.round(1000 * share) / 10
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(p * sorted.length) - 1] ?? 0
}
