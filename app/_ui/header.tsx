import type { ReactNode } from 'react'
import { MenuIcon, ThemeIcon } from './icon.tsx'
import { Link } from './link.tsx'
import { Mark } from './mark.tsx'
import { Menu } from './menu.tsx'
import { NavLinks, type NavItem } from './nav-links.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import styles from './header.module.css'

/** The bar over every page. `account` keeps its place whatever it turns out to hold. */
export function Header({ items, account }: { items: readonly NavItem[]; account: ReactNode }) {
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
          {account}
          <ThemeSwitch>
            <ThemeIcon />
          </ThemeSwitch>
          <Menu>
            <summary className={styles.icon}>
              <MenuIcon />
              <span className="visually-hidden">Menu</span>
            </summary>
            <nav aria-label="Main" className={styles.panel}>
              <NavLinks items={items} />
            </nav>
          </Menu>
        </div>
      </div>
    </header>
  )
}
