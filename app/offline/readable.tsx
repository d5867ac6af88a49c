'use client'

import { useEffect, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'

type Page = { path: string; title: string }

/** The pages that the service worker keeps (app/_outbox/worker.ts), newest first. */
export function Readable() {
  const [pages, setPages] = useState<readonly Page[]>([])
  useEffect(() => {
    const again = () => void reloadIfAnswered()
    addEventListener('online', again)
    keptPages().then(setPages, () => {})
    return () => removeEventListener('online', again)
  }, [])
  if (pages.length === 0) return null
  return (
    <>
      <p>Kept here:</p>
      <ul>
        {pages.map(({ path, title }) => (
          <li key={path}>
            <a href={path}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

export function TryAgain() {
  return (
    <Button look="primary" onClick={() => location.reload()}>
      Try again
    </Button>
  )
}

/** Browsers say `online` too soon, and a reload would undo a click on a link: the site is asked first. */
async function reloadIfAnswered() {
  const isThere = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  )
  if (isThere) location.reload()
}

async function keptPages(): Promise<Page[]> {
  const pages = new Map<string, string>()
  for (const name of (await caches.keys()).toReversed()) {
    const cache = await caches.open(name)
    for (const request of (await cache.keys()).toReversed()) {
      const path = new URL(request.url).pathname
      if (/^\/(_next|api|offline)/.test(path) || pages.has(path)) continue
      const html = await (await cache.match(request, { ignoreVary: true }))?.text()
      const title = new DOMParser().parseFromString(html ?? '', 'text/html').title
      pages.set(path, title.replace(/ · Ridgeline$/, '') || path)
    }
  }
  return [...pages].map(([path, title]) => ({ path, title }))
}
