import { defineConfig } from '@playwright/test'
import { BROWSER_FLAGS } from '#lib/boot/browser.mjs'

// Run by `npm test`, which gives the address of a built and running site and the path of a browser.
// By hand: `npm start` in one terminal, and here
//   CHROMIUM_PATH=/usr/bin/chromium npx playwright test -c e2e/playwright.config.ts
const executablePath = process.env['CHROMIUM_PATH']
const report = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE']

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  // The guest of one test is not the guest of another, but they share the server and two cores.
  fullyParallel: true,
  workers: 2,
  // A machine that stands still for a moment fails no change: a journey has a second try, and is then named
  // by the ledger. `npm run test:faults` gives none: lost once is lost.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
  use: {
    baseURL: process.env['BASE_URL'] ?? 'http://127.0.0.1:3000',
    // Of the second try: recording every step of every journey takes a quarter of a small machine.
    trace: 'on-first-retry',
    launchOptions: { args: BROWSER_FLAGS, ...(executablePath && { executablePath }) },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // What a test routes must not pass through one; e2e/offline.spec.ts is about it.
    serviceWorkers: 'block',
  },
  projects: [
    {
      name: 'phone',
      // What has no width, or widths of its own, is gone through at a desk alone.
      testIgnore: [
        'faults/**',
        'account-rules.spec.ts',
        'author.spec.ts',
        'bad-input.spec.ts',
        'canary-page.spec.ts',
        'conventions.spec.ts',
        'figures-elsewhere.spec.ts',
        'found-by-others.spec.ts',
        'injection.spec.ts',
        'kept.spec.ts',
        'mock-rules.spec.ts',
        'question-page.spec.ts',
        'secrets.spec.ts',
        'security.spec.ts',
        'services.spec.ts',
        'task-bank.spec.ts',
      ],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 },
    },
    {
      name: 'desktop',
      testIgnore: ['faults/**', 'author.spec.ts', 'injection.spec.ts'],
      use: { viewport: { width: 1280, height: 900 } },
    },
    {
      name: 'faults',
      testMatch: ['faults/*.spec.ts', 'injection.spec.ts'],
      fullyParallel: false,
    },
    // It starts a development server of its own, beside the site that is tested.
    {
      name: 'authors',
      testMatch: 'author.spec.ts',
      fullyParallel: false,
      use: { viewport: { width: 1280, height: 900 } },
    },
  ],
})
