import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { chooseTheme, expect, test } from './fixtures.ts'
import { evenDay, type Hands, keyboard, mouse } from './hands.ts'
import { emailOf, makeSample, noonZone, PASSWORD, signIn } from './samples.ts'

test.use({ timezoneId: noonZone })
// Each makes its own reader, with months behind them.
test.describe.configure({ timeout: 480_000 })

/** Somebody at a page whose clock stands still at the moment from which their history is dated. */
type Reader = { page: Page; by: Hands; axe: () => Promise<void>; at: Date; word: string }

const ways = [
  { way: 'mouse', hands: mouse, theme: 'light' },
  { way: 'keyboard', hands: keyboard, theme: 'dark' },
] as const

for (const { way, hands, theme } of ways)
  test(`a reader comes back by ${way}: today, the reviews, what is known, and the day of the interview`, async ({
    page,
    axe: everyState,
    hasTouch,
  }) => {
    // What the dark changes, it changes at either width.
    const axe = theme === 'dark' && hasTouch ? async () => {} : everyState
    const reader = { page, axe, by: hands(page), ...(await meet(page, 'halfway', theme)) }
    const cards = await findToday(reader)
    await reviewAll(reader, cards)
    await lookBack(reader, cards)
    await openHistory(reader)
    await lookAhead(reader)
  })

/** Signs in, and is led to what is due; puts it off, and thinks better of it. @returns how many cards */
async function findToday({ page, by, axe, at, word }: Reader): Promise<number> {
  await by.write(page.getByLabel('E-mail address'), emailOf('halfway', word))
  await by.write(page.getByLabel('Password', { exact: true }), PASSWORD)
  await by.press(page.getByRole('button', { name: 'Sign in', exact: true }))
  await expect(page).toHaveURL('/')
  // A short day, to be gone through to its end.
  const headers = { origin: new URL(page.url()).origin }
  await page.request.patch('/api/me/settings', { headers, data: { dailyMinutes: 5 } })
  await page.reload()
  const today = page.getByRole('region', { name: 'Today' })
  const { due } = await (await page.request.get('/api/me/today/brief')).json()
  const cards = due.flatMap((question: { cards: unknown[] }) => question.cards).length
  expect(cards).toBeGreaterThan(2)
  await expect(today).toContainText('Your 5-minute day ends here. The rest can wait.')
  const sentence = `${dayInWords(at)}. ${cards} cards to review`
  await expect(today).toContainText(sentence)
  for (const { title } of due)
    await expect(today.getByRole('link', { name: title, exact: true })).toBeVisible()
  await axe()

  await by.press(today.getByRole('button', { name: 'Move all to tomorrow' }))
  await expect(today.getByRole('status')).toContainText('All moved to tomorrow.')
  await expect(today).toContainText(`${dayInWords(at)}. That is all for today.`)
  await expect(today.getByRole('button', { name: 'Undo' })).toBeFocused()
  await axe()
  await by.press(today.getByRole('button', { name: 'Undo' }))
  await expect(today).toContainText(sentence)
  await page.reload()
  await expect(today).toContainText(sentence)
  return cards
}

/** One card after the other to the end; the first gets another date, the others are put off and taken back. */
async function reviewAll({ page, by, axe, at }: Reader, cards: number) {
  await by.press(page.getByRole('link', { name: 'Start reviewing' }))
  await expect(page).toHaveURL('/review')
  await expect(page.getByText(`${cards} cards today`)).toBeVisible()
  await axe()
  await by.press(page.getByRole('button', { name: /^Show/ }))
  await expect(page.getByRole('group', { name: 'How did that go?' })).toBeVisible()
  await axe()
  await by.press(page.getByRole('button', { name: /^Good/ }))
  await expect(page.getByText(`1 done, ${cards - 1} cards to go`)).toBeVisible()

  const date = page.getByLabel('Another date')
  const day = evenDay(at, noonZone, await date.inputValue())
  await by.choose(date, day)
  await expect(page.getByRole('status')).toHaveText(`Moved to ${dayAndMonth(day)}.`)
  await by.press(page.getByRole('button', { name: 'Move all to tomorrow' }))
  await expect(page.getByRole('status')).toHaveText('All moved to tomorrow.')
  await expect(page.getByText('That is all for today.')).toBeFocused()
  await by.press(page.getByRole('button', { name: 'Undo' }))

  for (let done = 1; done < cards; done++) {
    const left = cards - done
    await expect(
      page.getByText(`${done} done, ${left} ${left === 1 ? 'card' : 'cards'} to go`),
    ).toBeVisible()
    await by.press(page.getByRole('button', { name: /^Show/ }))
    await by.press(page.getByRole('button', { name: /^Good/ }))
  }
  await expect(page.getByText('That is all for today.')).toBeFocused()
  await axe()
  await page.reload()
  await expect(page.getByText('That is all for today.')).toBeVisible()
}

/** Everything on Progress that says how it stands, in drawings and in numbers. */
async function lookBack({ page, by, axe, at }: Reader, cards: number) {
  await by.press(page.getByRole('link', { name: 'See your progress' }))
  await expect(page).toHaveURL('/progress')
  const today = page.getByRole('region', { name: 'Today' })
  await expect(today).toContainText(`${dayInWords(at)}. ${cards} done: that is all for today.`)
  await expect(today.getByRole('img', { name: `${cards} of ${cards} done` })).toBeVisible()
  await axe()

  const { topics } = await (await page.request.get('/api/me/progress')).json()
  const ridges = page.getByRole('figure', { name: 'What you are likely to answer right, by topic' })
  await expect(ridges.getByRole('img', { name: /^\d+ topics? with an estimate/ })).toBeVisible()
  await by.press(ridges.getByRole('button', { name: 'Table' }))
  await expect(ridges.getByRole('img')).toBeHidden()
  await expect(ridges.getByRole('rowheader')).toHaveText(
    topics.map(({ title }: { title: string }) => title),
  )
  const ahead = page.getByRole('figure', { name: 'The next two weeks' })
  await expect(ahead.getByRole('img', { name: /^Cards due on each of the next/ })).toBeVisible()
  await by.press(ahead.getByRole('button', { name: 'Table' }))
  await expect(ahead.getByRole('rowheader').first()).toHaveText(dayInWords(at))
  await expect(ahead.getByRole('rowheader')).toHaveCount(14)

  const strip = page.getByRole('figure', { name: 'Reviews, last twelve weeks' })
  const numbers = strip.getByRole('button', { name: 'Numbers' })
  const ofToday = strip.getByRole('row').nth(weekday(at)).getByRole('cell').last()
  await expect(ofToday).toHaveText(String(cards))
  await by.press(numbers)
  await expect(numbers).toHaveAttribute('aria-pressed', 'true')
  await expect(ofToday).toBeVisible()
  const calibration = page.getByRole('figure', { name: 'How sure you were, and how often right' })
  await by.press(calibration.getByRole('button', { name: 'Table' }))
  await expect(calibration.getByRole('rowheader')).toHaveText([
    'Guess',
    'Leaning',
    'Fairly sure',
    'Certain',
  ])
  await expect(page.getByRole('region', { name: 'Your notes' }).getByRole('link')).toHaveCount(1)
  await axe() // the tables, as before it the drawings
  await by.press(numbers)
  await expect(numbers).toHaveAttribute('aria-pressed', 'false')

  const habit = page.getByRole('region', { name: 'Habit' })
  await expect(habit).toContainText(/You reviewed on \d+ of the last 14 days/)
  await by.press(habit.getByRole('button', { name: 'Hide this' }))
  await expect(habit).not.toContainText('You reviewed')
  await by.press(habit.getByRole('button', { name: 'Show the habit' }))
  await expect(habit).toContainText('You reviewed')

  await by.press(ridges.getByRole('link', { name: 'How this is computed' }))
  await expect(page).toHaveURL('/about/scoring#mastery')
  const { title, answers } = topics[0]
  await expect(page.getByText(`Yours. ${title}: ${answers} answers, Beta(`)).toBeVisible()
  await axe()
}

/** Every answer there ever was; a rubric and an item of them as they were shown. */
async function openHistory({ page, by, axe }: Reader) {
  const lines = page.getByRole('list', { name: 'Your answers, newest first' })
  for (const kind of ['Rubric', 'Choice']) {
    await page.goto('/progress')
    await page.getByRole('heading', { name: 'Everything you answered' }).scrollIntoViewIfNeeded()
    if (kind === 'Rubric') {
      await by.press(page.getByRole('button', { name: 'Show older answers' }))
      await expect(lines.getByRole('listitem')).toHaveCount(40)
    }
    await by.press(lines.getByRole('link', { name: new RegExp(`: ${kind}$`) }).first())
    await expect(page).toHaveURL(/\/progress\/attempts\//)
    const answer = page.getByRole('article')
    await expect(answer.getByRole('link', { name: 'Open the question' })).toBeVisible()
    await expect(answer).toContainText('The question still reads as it did then.')
    if (kind === 'Rubric') {
      await expect(answer).toContainText('Marked at the level of a mid')
      const points = answer.getByRole('listitem').filter({ hasText: /· weight \d/ })
      await expect(points.first()).toContainText(/Quoted: “|Missed/)
    } else {
      await expect(answer.getByRole('radio', { checked: true })).toBeDisabled()
      await expect(answer).toContainText(/Right\.|Not yet\./)
    }
    await axe()
  }
}

/** A date, what will be recalled on it, and the least to do; each answer changes what it rests on. */
async function lookAhead({ page, by, axe, at }: Reader) {
  await page.goto('/progress')
  const date = page.getByLabel('Interview on', { exact: true })
  const day = evenDay(at, noonZone, await date.inputValue())
  await by.choose(date, day)
  const forecast = page.getByRole('figure', { name: `Your interview on ${dayAndMonth(day)}` })
  await expect(forecast).toBeVisible()
  await by.pick(forecast.getByLabel('Recall wanted'), '95 %')
  const finding = forecast.getByRole('status')
  await expect(finding).toContainText('your target of 95 %')
  const before = await expectForecast(page, forecast)
  await expect(
    forecast.getByRole('img', { name: /^Share of your cards recalled on the day/ }),
  ).toBeVisible()
  await axe()

  await page.goto('/questions?status=new')
  const list = page.getByRole('list', { name: 'Questions', exact: true })
  await by.press(list.getByRole('link').first())
  await expect(page).toHaveURL(/\/questions\/[a-z]/)
  await by.write(page.getByRole('textbox', { name: 'Your answer' }), 'What I know of it.')
  await by.press(page.getByRole('button', { name: 'Show the short answer' }))
  await expect(page.locator('#short-answer')).toBeVisible()
  const grades = page.locator('#how-did-it-go')
  await grades.scrollIntoViewIfNeeded()
  await by.press(grades.getByRole('button', { name: /^Hard/ }))
  await expect(grades.getByRole('status')).toHaveText(/^Graded Hard\. This question comes back on/)

  await page.goto('/progress')
  const after = await expectForecast(page, forecast)
  expect(after.expected.cards).toBe(before.expected.cards + 1)
  expect(after.plan).not.toEqual(before.plan)
}

/** What is shown is what the server computes now. */
async function expectForecast(page: Page, forecast: Locator) {
  const { interview } = await (await page.request.get('/api/me/progress')).json()
  const { daysLeft, expected, plan } = interview
  const days = `${daysLeft} ${daysLeft === 1 ? 'day' : 'days'}`
  const share = Math.round(100 * expected.expected)
  await expect(forecast.getByRole('status')).toContainText(
    `In ${days} you would recall ${share} % of your ${expected.cards} cards`,
  )
  await expect(forecast.getByRole('region', { name: 'The smallest plan' })).toContainText(
    new RegExp(`^The smallest plan${plan.reviews} reviews? on ${plan.days.length} days?, `),
  )
  return interview
}

// A guest finds these pages just so: what axe says of them is in shell.spec.ts.
test('a reader who has just come finds nothing made up, and everywhere a first step', async ({
  page,
  expected,
}) => {
  const { word } = await meet(page, 'new', 'light')
  await signIn(page, emailOf('new', word))
  await expect(page).toHaveURL('/account')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('with the working shown')
  await expect(page.getByRole('link', { name: 'Open a question' }).first()).toBeVisible()

  await page.goto('/review')
  await expect(page.getByText('Nothing to review yet')).toBeVisible()
  await page.goto('/progress')
  await expect(page.getByRole('region', { name: 'Today' })).toContainText('Nothing to review yet.')
  for (const words of [
    'No graded answer yet.',
    'Give the date, and this says what you will still recall on it',
    'Nothing is due in the next two weeks.',
    'Days with a review are counted here',
    'No note yet.',
  ])
    await expect(page.getByText(words)).toBeVisible()
  await page.getByRole('heading', { name: 'Everything you answered' }).scrollIntoViewIfNeeded()
  await expect(page.getByText('Nothing yet. Each answer is kept here as you gave it')).toBeVisible()

  expected.push(/404/)
  await page.goto('/progress/attempts/01ARZ3NDEKTSV4RRFFQ69G5FAV')
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'There is no answer of yours here',
  )
  await page.getByRole('link', { name: 'To your progress' }).click()
  await expect(page).toHaveURL('/progress')
})

test('a reader who stayed away for six weeks is met with five cards, and nobody counts the rest', async ({
  page,
  axe,
}) => {
  const { word, at } = await meet(page, 'lapsed', 'dark')
  await signIn(page, emailOf('lapsed', word))
  await expect(page).toHaveURL('/')
  const today = page.getByRole('region', { name: 'Today' })
  await expect(today).toContainText(`${dayInWords(at)}. 5 cards to review`)
  await expect(today).toContainText('Welcome back. This is a short set')
  await axe()
  const { due, later } = await (await page.request.get('/api/me/today/brief')).json()
  expect(later.length).toBeGreaterThan(5)
  await expect(today.getByRole('listitem')).toHaveCount(due.length)

  await today.getByRole('link', { name: 'Start reviewing' }).click()
  await expect(page.getByText('5 cards to come back with')).toBeVisible()
  await expect(page.getByText('Welcome back. This is a short set')).toBeVisible()
  for (let done = 0; done < 5; done++) {
    if (done > 0) await expect(page.getByText(`${done} done, `)).toBeVisible()
    await page.getByRole('button', { name: /^Show/ }).click()
    await page.getByRole('button', { name: /^Good/ }).click()
  }
  await expect(page.getByText('That is all for today.')).toBeFocused()
  await expect(page.getByText('The short set is done.')).toBeVisible()
  await axe()

  for (const path of ['/', '/progress']) {
    await page.goto(path)
    await expect(today).toContainText(`${dayInWords(at)}. 5 done: that is all for today.`)
    await expect(today).toContainText('The short set is done.')
  }
})

/** A reader of this test's own, and a browser in which it stays the moment that they were made. */
async function meet(page: Page, kind: Parameters<typeof makeSample>[0], theme: 'light' | 'dark') {
  const word = `r${randomUUID().slice(0, 8)}`
  const at = await makeSample(kind, word)
  await page.clock.setFixedTime(at)
  await page.goto('/sign-in')
  await chooseTheme(page, theme)
  return { word, at }
}

/** "Monday 30 November" */
function dayInWords(at: Date): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', timeZone: noonZone } as const
  return at.toLocaleDateString('en-GB', parts).replace(',', '')
}

/** "12 December" */
function dayAndMonth(day: string): string {
  return new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
}

/** From 1, a Monday, to 7. */
function weekday(at: Date): number {
  const day = at.toLocaleDateString('sv-SE', { timeZone: noonZone })
  return ((new Date(day).getUTCDay() + 6) % 7) + 1
}
