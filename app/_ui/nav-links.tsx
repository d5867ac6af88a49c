'use client'

import { usePathname } from 'next/navigation'
import { Link } from './link.tsx'

export type NavItem = { href: string; label: string }

/** The main links; the one that holds the current page says so. */
export function NavLinks({ items }: { items: readonly NavItem[] }) {
  const path = usePathname()
  return items.map(({ href, label }) => (
    <Link
      key={href}
      href={href}
      data-label={label}
      aria-current={path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined}
    >
      {label}
    </Link>
  ))
}
