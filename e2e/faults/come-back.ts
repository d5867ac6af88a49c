import type { BrowserContext, Page } from '@playwright/test'

/** Reloads, goes back and forward, closes the tab, or lets it crash: by turns. @returns the page that is back */
export async function goAndComeBack(
  page: Page,
  nth: number,
  context: BrowserContext,
): Promise<Page> {
  const way = ['reload', 'back', 'close', 'crash'][nth % 4]
  const address = page.url()
  if (way === 'reload') await page.reload()
  else if (way === 'back') {
    await page.goto('about:blank')
    await page.goBack()
  } else {
    if (way === 'crash') {
      const crashed = page.waitForEvent('crash')
      await page.goto('chrome://crash').catch(() => {})
      await crashed
    }
    await page.close()
    const next = await context.newPage()
    await next.goto(address)
    return next
  }
  return page
}
