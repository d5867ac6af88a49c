import { expect, type Locator, type Page } from '@playwright/test'

/** The two ways in which everything on the site can be done. */
export type Hands = {
  /** a link, a button, a tick: reached and pressed */
  press: (control: Locator) => Promise<void>
  /** a field: reached and written into */
  write: (field: Locator, text: string) => Promise<void>
  /** @param day YYYY-MM-DD whose month and day are the same number, which every locale writes in that order */
  choose: (field: Locator, day: string) => Promise<void>
  /** one of a list that opens */
  pick: (list: Locator, label: string) => Promise<void>
}

export function mouse(_page: Page): Hands {
  return {
    press: (control) => control.click(),
    write: async (field, text) => {
      await field.click()
      await field.fill(text)
    },
    // What a calendar does that opens over the page, which no test can see into.
    choose: (field, day) => field.fill(day),
    pick: async (list, label) => void (await list.selectOption({ label })),
  }
}

/** Nothing but keys: a control is reached by Tab, as far as that takes. */
export function keyboard(page: Page): Hands {
  return {
    press: async (control) => {
      await tabTo(page, control)
      const isTick = await control.evaluate((element) =>
        element.matches('input[type=radio], input[type=checkbox]'),
      )
      await page.keyboard.press(isTick ? 'Space' : 'Enter')
    },
    write: async (field, text) => {
      await tabTo(page, field)
      await page.keyboard.type(text)
    },
    choose: async (field, day) => {
      const [year, month, date] = day.split('-')
      expect(month).toBe(date)
      await tabTo(page, field)
      // Come to from behind, its last part has the focus; from before, the first.
      const isIn = () => field.evaluate((element) => element === document.activeElement)
      while (await isIn()) await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.type(`${month}${date}${year}`)
      await expect(field).toHaveValue(day)
      await page.keyboard.press('Enter')
    },
    pick: async (list, label) => {
      await tabTo(page, list)
      // as far as the first blank, which would open the list
      await page.keyboard.type(label.split(' ')[0]!)
    },
  }
}

/** By Tab from where the focus is, or by Shift and Tab where that is nearer, round the page if need be. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  await expect(control).toBeEnabled()
  for (let round = 0; round < 100; round++) {
    const away = await stopsTo(control)
    if (away === 0) return
    // Miscounted again and again, it is gone on with step by step.
    const steps = round < 6 ? Math.abs(away) : 1
    const key = away < 0 ? 'Shift+Tab' : 'Tab'
    for (let step = 0; step < steps; step++) await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${control}`)
}

/** How often Tab has to be pressed, about: below zero with Shift. Exact where it says 0: there is the focus. */
function stopsTo(control: Locator): Promise<number> {
  return control.evaluate((element) => {
    const from = document.activeElement
    if (element === from) return 0
    // Where Tab begins is known to the browser alone: its first step shows it.
    if (from === null || from === document.body) return 1
    const groups = new Set<string>()
    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex="0"], :focus',
      ),
    ].filter((stop) => {
      if (stop === element || stop === from) return true
      if (stop.matches(':disabled, [tabindex="-1"], [inert] *')) return false
      if (!stop.checkVisibility({ visibilityProperty: true })) return false
      // Radios of one name are one stop.
      if (!(stop instanceof HTMLInputElement) || stop.type !== 'radio') return true
      return !groups.has(stop.name) && groups.add(stop.name)
    })
    // The page itself is a stop too, before the first.
    const all = stops.length + 1
    const ahead =
      (stops.indexOf(element as HTMLElement) - stops.indexOf(from as HTMLElement) + all) % all
    return ahead > all / 2 ? ahead - all : ahead
  })
}

/** @returns the next day but `other` of which day and month are one number: some weeks away at most */
export function evenDay(from: Date, timeZone: string, other: string): string {
  const day = (at: Date) => at.toLocaleDateString('sv-SE', { timeZone })
  for (let ahead = 1; ; ahead++) {
    const found = day(new Date(from.getTime() + ahead * 86_400_000))
    if (found.slice(5, 7) === found.slice(8, 10) && found !== other) return found
  }
}
