import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { paper, themeScript } from './theme.ts'

type Theme = 'light' | 'dark'
type Key = { key: string; inField?: boolean } & Partial<KeyboardEvent>

describe('before the first paint', () => {
  test.each<[Record<string, string> | 'refused', Theme, Theme, string]>([
    [{}, 'light', 'light', 'a first visit follows a light system'],
    [{}, 'dark', 'dark', 'a first visit follows a dark system'],
    [{ theme: 'dark' }, 'light', 'dark', 'a choice wins over the system'],
    [{ theme: 'light' }, 'dark', 'light', 'a choice wins over the system'],
    [{ theme: 'sepia' }, 'dark', 'dark', 'what nobody wrote is ignored'],
    ['refused', 'dark', 'dark', 'refused storage is no error'],
  ])('%j on a %s system: %s, %s', (storage, system, theme) => {
    const page = open(storage, system)
    expect(page.dataset).toMatchObject({ js: '', theme })
    expect(page.metas).toMatchObject([{ name: 'theme-color', content: paper[theme] }])
  })

  test('single keys that were turned off, and who comes back, are known at once', () => {
    const storage = { 'single-keys': 'off', 'ridgeline.who': 'a1b2', 'ridgeline.returning': 'yes' }
    expect(open(storage, 'light').dataset).toMatchObject({
      keys: 'off',
      account: '',
      returning: '',
    })
    expect(open({}, 'light').dataset).not.toHaveProperty('returning')
  })
})

describe('afterwards', () => {
  test('the button switches, remembers and switches back', () => {
    const page = open({}, 'light')
    page.click()
    expect([page.dataset.theme, page.storage.theme]).toEqual(['dark', 'dark'])
    expect(page.metas).toMatchObject([{ content: paper.dark }])
    page.click()
    expect([page.dataset.theme, page.storage.theme]).toEqual(['light', 'light'])
  })

  test('the button works without storage, for this page', () => {
    const page = open('refused', 'light')
    page.click()
    expect(page.dataset.theme).toBe('dark')
  })

  test.each<[Key, Theme, string]>([
    [{ key: 'D' }, 'dark', 'Shift D'],
    [{ key: 'd' }, 'light', 'd alone'],
    [{ key: 'D', ctrlKey: true }, 'light', 'with Control'],
    [{ key: 'D', metaKey: true }, 'light', 'with Command'],
    [{ key: 'D', altKey: true }, 'light', 'with Alt'],
    [{ key: 'D', repeat: true }, 'light', 'held down'],
    [{ key: 'D', isComposing: true }, 'light', 'inside an input method'],
    [{ key: 'D', inField: true }, 'light', 'inside a field'],
    [{ key: 'D', defaultPrevented: true }, 'light', 'taken by another'],
  ])('%j gives %s: %s', (key, theme) => {
    const page = open({}, 'light')
    page.press(key)
    expect(page.dataset.theme).toBe(theme)
  })

  test('single keys turned off leave Shift D alone', () => {
    const page = open({ 'single-keys': 'off' }, 'light')
    page.press({ key: 'D' })
    expect(page.dataset.theme).toBe('light')
  })

  test.each<[Key, string[]]>([
    [{ key: 'k', ctrlKey: true }, ['k']],
    [{ key: 'k', metaKey: true, inField: true }, ['k']],
    [{ key: 'k' }, []],
    [{ key: '/' }, ['/']],
    [{ key: '?' }, ['?']],
    [{ key: 'g' }, ['g']],
    [{ key: '/', inField: true }, []],
    [{ key: 'g', ctrlKey: true }, []],
  ])('%j asks the search button for %j', (key, asked) => {
    const page = open({}, 'light')
    page.press(key)
    expect(page.asked).toEqual(asked)
  })

  test('single keys turned off leave Ctrl K alone', () => {
    const page = open({ 'single-keys': 'off' }, 'light')
    page.press({ key: '/' })
    page.press({ key: 'k', ctrlKey: true })
    expect(page.asked).toEqual(['k'])
  })

  test('a choice made in another tab arrives, other keys do not', () => {
    const page = open({}, 'light')
    page.emit('storage', { key: 'theme', newValue: 'dark' })
    page.emit('storage', { key: 'draft', newValue: 'light' })
    expect(page.dataset.theme).toBe('dark')
  })

  test('the system changes its mind: followed only while nothing was chosen', () => {
    const page = open({}, 'light')
    page.system('dark')
    expect(page.dataset.theme).toBe('dark')
    page.click()
    page.system('dark')
    expect(page.dataset.theme).toBe('light')
  })
})

/** Runs the script as the browser gets it, as text, in a world that has nothing but what it may use. */
function open(stored: Record<string, string> | 'refused', system: Theme) {
  const listeners = new Map<string, (event: unknown) => void>()
  const storage: Record<string, string> = stored === 'refused' ? {} : { ...stored }
  const dataset: Record<string, string> = {}
  const asked: string[] = []
  const button = { value: '', click: () => void asked.push(button.value) }
  const metas: { name?: string; content?: string; dataset: object }[] = []
  const media = {
    matches: system === 'dark',
    change: () => {},
    addEventListener: (_: string, listener: () => void) => (media.change = listener),
  }
  const refuse = () => {
    if (stored === 'refused') throw new Error('SecurityError')
  }
  runInNewContext(themeScript(), {
    matchMedia: () => media,
    addEventListener: (type: string, listener: (event: unknown) => void) =>
      listeners.set(type, listener),
    localStorage: {
      getItem: (key: string) => (refuse(), storage[key] ?? null),
      setItem: (key: string, value: string) => (refuse(), (storage[key] = value)),
    },
    document: {
      documentElement: { dataset },
      head: { prepend: (meta: (typeof metas)[number]) => metas.unshift(meta) },
      createElement: () => ({ dataset: {} }),
      querySelector: (selector: string) =>
        selector === '[data-ask]'
          ? button
          : selector === 'dialog[open]'
            ? null
            : (metas[0] ?? null),
    },
  })
  const emit = (type: string, event: object) => listeners.get(type)!(event)
  return {
    dataset,
    metas,
    asked,
    storage,
    emit,
    click: () => emit('click', { target: { closest: () => ({}) } }),
    press: ({ inField = false, ...key }: Key) =>
      emit('keydown', {
        preventDefault() {},
        ...key,
        target: { closest: () => (inField ? {} : null) },
      }),
    system(theme: Theme) {
      media.matches = theme === 'dark'
      media.change()
    },
  }
}
