const base = 'http://ridgeline.invalid'

/**
 * Where to go after signing in: `value` if it is a path on this site, else `otherwise`. Browsers read
 * a backslash as a slash, drop tabs and newlines and resolve dots, so the path is judged only after
 * the browser's own parser has read it, and once more as it will be read on the way out.
 */
export function nextPath(value: string | null, otherwise = '/account') {
  if (!value?.startsWith('/')) return otherwise
  const path = onThisSite(value)
  return path !== null && onThisSite(path) === path ? path : otherwise
}

function onThisSite(value: string) {
  const url = URL.canParse(value, base) ? new URL(value, base) : null
  return url?.origin === base ? url.pathname + url.search + url.hash : null
}
