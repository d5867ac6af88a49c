'use client'

import { Link } from '#app/_ui/link.tsx'
import { useSearch } from './browser.ts'

/** The way to the other form; where the reader wanted to go is kept. */
export function OtherEntrance({
  href,
  children,
}: {
  href: '/sign-in' | '/sign-up'
  children: string
}) {
  const next = useSearch().get('next')
  return <Link href={next ? `${href}?next=${encodeURIComponent(next)}` : href}>{children}</Link>
}
