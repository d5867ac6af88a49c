import type { Page } from '@playwright/test'
import pg from 'pg'
import { chooseTheme, expect, test } from './fixtures.ts'

const WRITTEN = '/mock/new?blueprint=1.forms~written_length~1'

test('a 20-minute interview by keyboard alone, with a reload, to its report', async ({
  page,
  axe,
}) => {
  test.setTimeout(90_000)
  await page.goto('/mock')
  await expect(page.getByText('None yet.')).toBeVisible()
  await axe()
  await page.getByRole('link', { name: '20 minutes' }).press('Enter')
  await expect(page.getByText(/^\d+ questions?, [\d.]+ minutes$/)).toBeVisible()
  await axe()
  await page.getByRole('button', { name: 'Start the interview' }).press('Enter')
  const place = page.getByText(/^Question 1 of \d+/)
  await expect(place).toBeVisible()
  const count = Number(/of (\d+)/.exec((await place.textContent())!)![1])
  await axe()

  for (let nth = 1; nth <= count; nth++) {
    await expect(page.getByText(new RegExp(`^Question ${nth} of`))).toBeVisible()
    if (nth === 2) await page.keyboard.press('f')
    await answerByKeyboard(page)
    if (nth === 1) {
      await expect(status(page)).toHaveText('Saved')
      await page.reload()
      await expect(page.getByText(/^Question 1 of/)).toBeVisible()
    }
    const field = page.locator('[data-question] textarea')
    // The form goes on with Enter; a text needs the key beside it.
    if (await field.count()) await field.press('Control+Enter')
    else await page.getByRole('button', { name: /^Submit and/ }).press('Enter')
  }

  const dialog = page.getByRole('dialog', { name: 'End the interview?' })
  await expect(dialog).toContainText('Question 2 is flagged.')
  await axe()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Submit and finish' }).press('Enter')
  await dialog.getByRole('button', { name: 'End and see the report' }).press('Enter')
  await expect(page).toHaveURL(/\/report$/)
  await expect(
    page.getByRole('heading', { name: /machine-checked questions? right/ }),
  ).toBeVisible()
  await expect(page.getByText('To be marked.').first()).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(page, theme)
    await axe()
  }
  const reviews = page.getByRole('region', { name: 'Next reviews, already planned' })
  await reviews.getByRole('button', { name: /^Undo/ }).first().press('Enter')
  await expect(reviews.getByText('Taken back', { exact: true })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/\/report$/) // what is over does not open again
})

test('all of 20 minutes lived through on a fast clock: the time is said, and it closes by itself', async ({
  page,
}, info) => {
  test.skip(info.project.name !== 'desktop', 'the keys are the same everywhere')
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

test('pausing hides the question and stops the clock; T hides the time', async ({ page, axe }) => {
  await start(page, WRITTEN)
  const clock = page.getByRole('timer')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('t')
  await expect(clock).toBeHidden()
  await page.keyboard.press('t')
  await expect(clock).toBeVisible()
  // T is a letter where letters are typed.
  await page.getByRole('textbox', { name: 'Your answer' }).press('t')
  await expect(clock).toBeVisible()

  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('heading', { name: 'Paused' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeHidden()
  const stands = await clock.textContent()
  await axe()
  await page.waitForTimeout(1500)
  await expect(clock).toHaveText(stands!)
  await page.getByRole('button', { name: 'Go on' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toHaveValue('t')
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

test('R6: two tabs: the older text never replaces the newer, and both are shown', async ({
  page,
  context,
  axe,
  expected,
}) => {
  expected.push(/409/)
  await start(page, WRITTEN)
  const other = await context.newPage()
  await other.goto(page.url())
  const [mine, theirs] = [page, other].map((each) =>
    each.getByRole('textbox', { name: 'Your answer' }),
  )
  await expect(theirs!).toBeVisible()
  await theirs!.fill('Newer words.')
  await expect(status(other)).toHaveText('Saved')
  await mine!.fill('Older words.')
  const conflict = page.getByRole('alert').filter({ hasText: 'changed in another tab' })
  await expect(conflict).toContainText('Newer words.')
  await expect(mine!).toHaveValue('Older words.')
  await axe()
  await conflict.getByRole('button', { name: 'Keep both' }).click()
  await expect(status(page)).toHaveText('Saved')
  await expect(mine!).toHaveValue('Older words.\n\nNewer words.')
  await other.reload()
  await expect(theirs!).toHaveValue('Older words.\n\nNewer words.')
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

test('a preset that is reached by a link within the site fills in its form', async ({ page }) => {
  await page.goto('/mock')
  await page.getByRole('link', { name: '40 minutes' }).click()
  await expect(page.getByRole('spinbutton', { name: 'How many' })).toHaveValue('40')
  await expect(page.getByRole('checkbox', { name: /^Follow-ups/ })).toBeChecked()
})

test('a bank that is too small says what to give up, and gives it up at a press', async ({
  page,
  axe,
}) => {
  await page.goto('/mock/new?blueprint=1.length~120m_mix~seen')
  const notice = page.getByText('The bank is too small for this')
  await expect(notice).toBeVisible()
  await expect(page.getByText('No question fits all of it.')).toBeVisible()
  await axe()
  await page.getByRole('button', { name: /^New and seen: \d+ questions, / }).click()
  await expect(page).toHaveURL(/length~120m$/)
  // A bank that grows fills even two hours.
  await page
    .getByRole('button', { name: /^Make it/ })
    .or(page.getByText(/^\d+ questions, /))
    .first()
    .waitFor()
})

/** No farewell: neither `pagehide` nor a last request, as a closed tab has. */
async function crash(page: Page) {
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => {})
  await crashed
  await page.close()
}

async function start(page: Page, address: string) {
  await page.goto(address)
  const button = page.getByRole('button', { name: 'Start the interview' })
  await expect(page.getByText(/^\d+ questions?, [\d.]+ minutes?$/)).toBeVisible()
  await button.click()
  await expect(page.getByText(/^Question 1 of/)).toBeVisible()
}

/** Sets the clock of an interview in the database, whose clock alone counts. */
async function clock(id: string, set: string) {
  await rows(`update interviews set ${set} where id = $1`, [id])
}

async function rows(sql: string, values: unknown[]): Promise<object[]> {
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
async function pass(page: Page, id: string, minutes: number) {
  const moved = ['started_at', 'opened_at', 'deadline', 'closes_at']
  await clock(id, moved.map((at) => `${at} = ${at} - interval $$${minutes} minutes$$`).join(', '))
  await page.clock.fastForward(minutes * 60_000)
}

/** What the countdown may say a few seconds of real time after `left` whole minutes were left. */
function clockAfter(left: number): RegExp {
  const two = (minutes: number) => String(minutes).padStart(2, '0')
  return new RegExp(`^(${two(left)}:00|${two(left - 1)}:[0-5]\\d)$`)
}

function status(page: Page) {
  return page.locator('[data-saving]') // figures and lists have a status of their own
}

/** Whatever the kind: some answer, without the mouse. A figure's code may still be on its way. */
async function answerByKeyboard(page: Page) {
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
