/** What the palette was last used for, newest first. Kept on this device under `palette`. */
export type Recent = { href: string; name: string }

const KEPT = 5

export function recent(): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem('palette') ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, KEPT) : []
  } catch {
    return []
  }
}

export function remember(used: Recent) {
  const others = recent().filter(({ href }) => href !== used.href)
  try {
    localStorage.setItem('palette', JSON.stringify([used, ...others].slice(0, KEPT)))
  } catch {
    // Storage is refused: the palette then opens on its actions.
  }
}

/** Only a path of this site: what is kept on a device may have been put there by anybody. */
function isRecent(value: unknown): value is Recent {
  const { href, name } = (value ?? {}) as Partial<Record<keyof Recent, unknown>>
  return typeof href === 'string' && /^\/(?![/\\])/.test(href) && typeof name === 'string'
}
