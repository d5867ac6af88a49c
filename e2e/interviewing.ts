import { expect, test, type Page } from '@playwright/test'
import pg from 'pg'
import { ulid } from 'ulid'

/* What the journeys through an interview share. */

/** Of a screen, what an answer by request needs. */
export type Screen = {
  position: number
  ask: { item?: { kind: string; id: string; options?: Choice[]; reasons?: Choice[] } }
}
type Choice = { id: string }

/** One question in words. */
export const WRITTEN = '/mock/new?blueprint=1.forms~written_length~1'

export async function start(page: Page, address: string) {
  await page.goto(address)
  const button = page.getByRole('button', { name: 'Start the interview' })
  await expect(page.getByText(/^\d+ questions?, [\d.]+ minutes?$/)).toBeVisible()
  await button.click()
  await expect(page.getByText(/^Question 1 of/)).toBeVisible()
}

/**
 * An interview taken by requests and not by hand, for what comes after it; the page opens its report.
 * @param answer what is responded to a screen
 */
export async function take(
  page: Page,
  { blueprint, seed = 5 }: { blueprint: string; seed?: number },
  answer: (screen: Screen) => unknown,
): Promise<void> {
  const id = ulid()
  const origin = test.info().project.use.baseURL!
  const post = async (path: string, data: object) => {
    const reply = await page.request.post(`/api/interviews${path}`, { data, headers: { origin } })
    expect(reply.status(), path).toBe(200)
  }
  await post('', { id, blueprint, seed })
  const interview = await page.request.get(`/api/interviews/${id}`)
  for (const screen of ((await interview.json()) as { screens: Screen[] }).screens) {
    const value = { response: answer(screen), confidence: null }
    const { position } = screen
    await post(`/${id}/responses`, { id: ulid(), position, base: 0, value, tab: 'by-request' })
  }
  await post(`/${id}/end`, {})
  await page.goto(`/mock/${id}/report`)
}

/** Sets the clock of an interview in the database, whose clock alone counts. */
export async function clock(id: string, set: string) {
  await rows(`update interviews set ${set} where id = $1`, [id])
}

export async function rows(sql: string, values: unknown[]): Promise<object[]> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
  await client.connect()
  const found = await client.query(sql, values)
  await client.end()
  return found.rows
}

/**
 * Minutes pass: in the database, whose clock decides, by moving back all that it has written down;
 * in the page, whose countdown only follows, by its timers.
 */
export async function pass(page: Page, id: string, minutes: number) {
  const moved = ['started_at', 'opened_at', 'deadline', 'closes_at']
  await clock(id, moved.map((at) => `${at} = ${at} - interval $$${minutes} minutes$$`).join(', '))
  await page.clock.fastForward(minutes * 60_000)
}

/** What the countdown may say a few seconds of real time after `left` whole minutes were left. */
export function clockAfter(left: number): RegExp {
  const two = (minutes: number) => String(minutes).padStart(2, '0')
  return new RegExp(`^(${two(left)}:00|${two(left - 1)}:[0-5]\\d)$`)
}

export function status(page: Page) {
  return page.locator('[data-saving]') // figures and lists have a status of their own
}

/** Whatever the kind: some answer, without the mouse. A figure's code may still be on its way. */
export async function answerByKeyboard(page: Page) {
  const form = page.locator('[data-question]')
  const kind = (await form.getAttribute('data-question'))!
  const letters = form.locator('[data-letter] input')
  const typed = form.locator('textarea, input[type=number], input[type=text], input:not([type])')
  if (kind === 'ordering')
    await form
      .getByRole('button', { name: /^Move down/ })
      .first()
      .press('Enter')
  else if (kind === 'matching' || kind === 'spot')
    await form.locator('.quiz-line, .quiz-lines').getByRole('radio').first().press('Space')
  else if (kind === 'task') await form.getByRole('slider').first().press('ArrowRight')
  else {
    await letters.or(typed).first().waitFor()
    if (await letters.count()) await page.keyboard.press('a')
    else await typed.first().pressSequentially('0.5')
  }
}
