import { readIfThere } from './once.mjs'

/** @typedef {{ page: string, regex: string }} Route */

/**
 * Names the route that an address belongs to, "/questions/[slug]", out of the build's own list: so that
 * neither a log nor a metric ever holds an address, which may carry a share link, a search or a token.
 * @param {string} manifest file that the build has written
 * @returns {(url: string) => string}
 */
export function routeNames(manifest) {
  const text = readIfThere(manifest)
  /** @type {{ staticRoutes: Route[], dynamicRoutes: Route[] }} */
  const { staticRoutes, dynamicRoutes } = text
    ? JSON.parse(text)
    : { staticRoutes: [], dynamicRoutes: [] }
  const fixed = new Set(staticRoutes.map(({ page }) => page))
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, test: new RegExp(regex) }))
  return (url) => {
    const path = url.split(/[?#]/, 1)[0] ?? ''
    if (path.startsWith('/_next/')) return '/_next'
    if (fixed.has(path)) return path
    return patterns.find(({ test }) => test.test(path))?.page ?? 'other'
  }
}
