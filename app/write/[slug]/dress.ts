export type Look = { narrow: boolean; dark: boolean; print: boolean; plain: boolean }

/** Gives the page in a frame of ours a theme and a medium, as its own style sheets have them. */
export function dress(frame: HTMLIFrameElement | null, { dark, print }: Look): void {
  const page = frame?.contentDocument
  if (!page?.documentElement) return
  page.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
  for (const sheet of page.styleSheets) for (const rule of rulesOf(sheet)) turn(rule, print)
}

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules]
  } catch {
    // A sheet that has not arrived yet has no rules to be read.
    return []
  }
}

/** `print` holds and `screen` does not, or the other way round; the words are swapped back and forth. */
function turn(rule: CSSRule, print: boolean): void {
  if (!('cssRules' in rule)) return
  if ('media' in rule) {
    const { media } = rule as CSSMediaRule
    const text = original.get(rule) ?? media.mediaText
    original.set(rule, text)
    const swapped = text.replaceAll(/\b(print|screen)\b/g, (word) =>
      word === 'print' ? 'screen' : 'print',
    )
    media.mediaText = print ? swapped : text
  }
  for (const inner of (rule as CSSGroupingRule).cssRules) turn(inner, print)
}

const original = new WeakMap<CSSRule, string>()
