'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps, MouseEvent } from 'react'

/**
 * A link within the site that keeps the page's frame while it goes: a plain anchor, whose plain click
 * the router takes. next/link without prefetching does the same, and costs every page 2 kB.
 */
export function Link({ href, children, ...rest }: ComponentProps<'a'> & { href: string }) {
  const router = useRouter()

  function follow(event: MouseEvent<HTMLAnchorElement>) {
    rest.onClick?.(event)
    if (event.defaultPrevented || !isPlain(event)) return
    event.preventDefault()
    router.push(href)
  }

  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  )
}

/** It leads to this site, and asks for no other tab, no other window and no download. */
function isPlain(event: MouseEvent<HTMLAnchorElement>) {
  const { origin, target, download } = event.currentTarget
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  return origin === location.origin && event.button === 0 && !modified && !target && !download
}
