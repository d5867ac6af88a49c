import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import {
  answerByKeyboard,
  clock,
  clockAfter,
  pass,
  rows,
  start,
  status,
  WRITTEN,
} from './interviewing.ts'

/* What no width of the window changes about an interview: its time, and where its answers are kept. */

test('all of 20 minutes lived through on a fast clock: the time is said, and it closes by itself', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.clock.install()
  await start(page, '/mock/new')
  const id = /\/mock\/(\w+)/.exec(page.url())![1]!
  const count = Number(/of (\d+)/.exec((await page.getByText(/^Question 1 of/).textContent())!)![1])
  expect(count).toBeGreaterThan(2)
  const words = { 10: '10 minutes left.', 5: '5 minutes left.', 2: '2 minutes left.' } as const

  let left = 20
  for (let nth = 1; nth <= count; nth++) {
    await expect(page.getByText(new RegExp(`^Question ${nth} of`))).toBeVisible()
    await answerByKeyboard(page)
    // Eighteen minutes for all but the last question, the last two for that.
    for (
      const until = nth === count ? 2 : 20 - (18 * nth) / (count - 1);
      left - 1 >= until;
      left--
    ) {
      await pass(page, id, 1)
      const said = words[(left - 1) as keyof typeof words]
      if (said) await expect(page.getByText(said, { exact: true })).toBeAttached()
    }
    await expect(page.getByRole('timer')).toHaveText(clockAfter(left))
    if (nth === count) break
    const field = page.locator('[data-question] textarea')
    if (await field.count()) await field.press('Control+Enter')
    else await page.getByRole('button', { name: /^Submit and/ }).press('Enter')
  }
  await expect(status(page)).toHaveText('Saved')
  await pass(page, id, 2)
  await expect(page.getByRole('heading', { name: 'Time is over' })).toBeVisible()
  await expect(page.getByText('Time is over.', { exact: true })).toBeAttached()
  // Then the minute of grace; whoever looks after it closes the interview.
  await pass(page, id, 1.3)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(page).toHaveURL(/\/report$/)
  await expect(
    page.getByText(`Answered ${count} of ${count}. It ended with its time.`),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: /^(19:59|20:0\d) of / })).toBeVisible()
})

for (const [pace, minutes] of [
  ['', 20], // the control
  ['pace~1.5', 30],
  ['pace~2', 40],
] as const)
  test(`a clock of 20 minutes${pace && ` with ${pace}`} ends after ${minutes}, and the report says so`, async ({
    page,
  }) => {
    await page.clock.install()
    await start(page, `/mock/new?blueprint=${pace && `1.${pace}`}`)
    const id = /\/mock\/(\w+)/.exec(page.url())![1]!
    const [row] = await rows(
      `select extract(epoch from deadline - started_at)::float as deadline,
         extract(epoch from closes_at - started_at)::float as closes from interviews where id = $1`,
      [id],
    )
    expect(row).toEqual({ deadline: minutes * 60, closes: minutes * 60 + 60 })
    await expect(page.getByRole('timer')).toHaveText(clockAfter(minutes))
    const over = page.getByRole('heading', { name: 'Time is over' })
    if (minutes > 20) {
      await pass(page, id, 20)
      await expect(page.getByRole('timer')).toHaveText(clockAfter(minutes - 20))
      await expect(over).toBeHidden()
    }
    await pass(page, id, minutes > 20 ? minutes - 20 : 20)
    await expect(over).toBeVisible()
    await page.getByRole('button', { name: 'Open the report' }).click()
    // A report that is long in coming on a busy machine is asked for again, as its reader would.
    const report = page.getByText('It ended with its time.')
    const again = page.getByRole('button', { name: 'Try again' })
    await expect(async () => {
      if (await again.isVisible()) await again.click()
      await expect(report).toBeVisible({ timeout: 16_000 })
    }).toPass()
    const said = page.getByText(`The clock gave ${minutes}:00: × ${minutes / 20}.`)
    await expect(said).toHaveCount(minutes > 20 ? 1 : 0)
  })

test('a clock on each question runs on after a pause where it stood, and ends that question alone', async ({
  page,
}) => {
  await page.clock.install()
  await start(page, '/mock/new?blueprint=1.forms~written_length~2_clock~per-item')
  const id = /\/mock\/(\w+)/.exec(page.url())![1]!
  const ofIt = page.getByText(/ left for it$/)
  const [row] = await rows(
    'select (limit_ms / 60000.0)::float as whole from interview_items where interview_id = $1 and position = 0',
    [id],
  )
  const { whole } = row as { whole: number }
  await pass(page, id, whole - 2)
  await expect(ofIt).toHaveText(/ (02:00|01:5\d) left for it$/)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('heading', { name: 'Paused' })).toBeVisible()
  await page.getByRole('button', { name: 'Go on' }).first().click()
  await expect(ofIt).toHaveText(/ 01:\d\d left for it$/)
  const field = page.getByRole('textbox', { name: 'Your answer' })
  await field.fill('In time.')
  await expect(status(page)).toHaveText('Saved')

  await pass(page, id, 2)
  await expect(page.getByText(/^The time for this question is over/)).toBeVisible()
  await expect(field).not.toBeEditable()
  await page.getByRole('button', { name: 'Submit and continue' }).click()
  await expect(page.getByText(/^Question 2 of 2/)).toContainText(/ left for it$/)
  await expect(field).toBeEditable()
})

test('R9: the time is said at two minutes and at its end, by the server’s clock', async ({
  page,
}) => {
  await page.route(/\/api\/interviews\/[0-9A-Z]{26}$/, async (route) => {
    const reply = await route.fetch()
    const interview = await reply.json()
    const deadline = new Date(Date.parse(interview.now) + 122_000).toISOString()
    await route.fulfill({ json: { ...interview, deadline } })
  })
  // A laptop whose clock is a day wrong.
  await page.addInitScript('Date.now = () => 1e12')
  await start(page, WRITTEN)
  await expect(page.getByText('2 minutes left.')).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText(/^0[12]:/)
})

test('R9: at the deadline nothing more can be written, what was written counts, and it closes by itself', async ({
  page,
}) => {
  await start(page, WRITTEN)
  const id = /\/mock\/(\w+)/.exec(page.url())![1]!
  // Four seconds of the eight minutes are left; the page hears of it when it is looked at again.
  await clock(
    id,
    'deadline = now() + interval $$4 seconds$$, closes_at = now() + interval $$64 seconds$$',
  )
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.getByRole('textbox', { name: 'Your answer' }).fill('Said at the last moment.')
  await expect(page.getByRole('heading', { name: 'Time is over' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeHidden()
  await expect(page.getByText('Time is over.', { exact: true })).toBeVisible()
  // The grace is over too, and nobody presses anything.
  await clock(id, 'closes_at = now() - interval $$13 seconds$$')
  await page.getByRole('link', { name: 'Ridgeline, leave the interview' }).click()
  await page.getByRole('link', { name: /^\d+ \w+ \d{4}, / }).click()
  await expect(page.getByText(/It ended with its time\./)).toBeVisible()
  await expect(page.getByText('Said at the last moment.')).toBeVisible()
})

test('R7: without the network nothing typed is lost: said, kept over a reload, saved on return', async ({
  page,
  context,
  expected,
}) => {
  expected.push(/ERR_INTERNET_DISCONNECTED|Failed to (load|fetch)|409/)
  await start(page, WRITTEN)
  const field = page.getByRole('textbox', { name: 'Your answer' })
  await field.fill('Before.')
  await expect(status(page)).toHaveText('Saved')
  await context.setOffline(true)
  await field.fill('Before. And in the tunnel.')
  await expect(status(page)).toHaveText('Not saved yet (kept on this device)')

  // The tab crashes; the next one finds the words that the server does not have.
  const address = page.url()
  await crash(page)
  await context.setOffline(false)
  const next = await context.newPage()
  await next.goto(address)
  await expect(next.getByRole('textbox', { name: 'Your answer' })).toHaveValue(
    'Before. And in the tunnel.',
  )
  await expect(status(next)).toHaveText('Saved')

  // The control: on a device that keeps no copy those words would be gone.
  await context.setOffline(true)
  await next.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await next.getByRole('textbox', { name: 'Your answer' }).fill('Only here.')
  await expect(status(next)).toHaveText('Not saved yet (kept on this device)')
  await crash(next)
  await context.setOffline(false)
  const last = await context.newPage()
  await last.goto(address)
  await expect(last.getByRole('textbox', { name: 'Your answer' })).toHaveValue(
    'Before. And in the tunnel.',
  )
})

test('what was just typed is what starts, counted or not', async ({ page }) => {
  await page.goto('/mock/new?blueprint=1.forms~written_length~3')
  await expect(page.getByText(/^3 questions, /)).toBeVisible()
  await page.route(/\/api\/interviews\/preview/, () => {}) // which is never answered again
  await page.getByRole('spinbutton', { name: 'How many' }).fill('1')
  await page.getByRole('button', { name: 'Start the interview' }).click()
  await expect(page.getByText(/^Question 1 of 1/)).toBeVisible()
})

test('a preset that is reached by a link within the site fills in its form', async ({ page }) => {
  await page.goto('/mock')
  await page.getByRole('link', { name: '40 minutes' }).click()
  await expect(page.getByRole('spinbutton', { name: 'How many' })).toHaveValue('40')
  await expect(page.getByRole('checkbox', { name: /^Follow-ups/ })).toBeChecked()
})

/** No farewell: neither `pagehide` nor a last request, as a closed tab has. */
async function crash(page: Page) {
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => {})
  await crashed
  await page.close()
}
