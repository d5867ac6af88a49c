import type { ReactNode } from 'react'
import { MenuIcon, ThemeIcon } from './icon.tsx'
import { Link } from './link.tsx'
import { Mark } from './mark.tsx'
import { NavLinks, type NavItem } from './nav-links.tsx'
import { ThemeAgain } from './theme-again.tsx'
import styles from './header.module.css'

type Props = { items: readonly NavItem[]; search: ReactNode; account: ReactNode }

/**
 * The bar over every page; its narrow menu is the browser's own, which opens and closes without a
 * script. `account` keeps its place whatever it turns out to hold.
 */
export function Header({ items, search, account }: Props) {
  return (
    <header className={styles.bar}>
      <div className={`page ${styles.row}`}>
        <Link href="/" className={styles.logo}>
          <Mark />
          Ridgeline
        </Link>
        <nav aria-label="Main" className={styles.nav}>
          <NavLinks items={items} />
        </nav>
        <div className={styles.end}>
          {search}
          {account}
          <ThemeSwitch />
          <button type="button" popoverTarget="menu" className={`${styles.icon} ${styles.menu}`}>
            <MenuIcon />
            <span className="visually-hidden">Menu</span>
          </button>
          <nav id="menu" popover="auto" aria-label="Main" className={styles.panel}>
            <NavLinks items={items} />
          </nav>
        </div>
      </div>
    </header>
  )
}

/** Served by the script in <head> (theme.ts), so it works before anything else has loaded. */
function ThemeSwitch() {
  return (
    <>
      <button
        type="button"
        data-theme-switch=""
        className={`${styles.icon} js-only`}
        title="Shift D"
      >
        <ThemeIcon />
        <span className={`visually-hidden ${styles.toDark}`}>Switch to dark theme</span>
        <span className={`visually-hidden ${styles.toLight}`}>Switch to light theme</span>
      </button>
      <ThemeAgain />
    </>
  )
}
