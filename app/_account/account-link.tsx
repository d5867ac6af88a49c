'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { Link } from '#app/_ui/link.tsx'
import styles from './account-link.module.css'
import { me } from './me.ts'

/**
 * Both links are in the HTML, one on the other; <html data-account> decides which is seen. So the
 * place never changes its size, and without JavaScript there is a way to sign in.
 */
export function AccountLink() {
  const path = usePathname()
  useEffect(() => {
    // Away server: the link stays as this browser last knew it.
    me().catch(() => {})
  }, [])
  return (
    <div className={styles.place}>
      <Link href={signInFrom(path)} className={styles.signIn}>
        Sign in
      </Link>
      <Link
        href="/account"

        className={styles.account}
        aria-current={path === '/account' ? 'page' : undefined}
      >
        Account
      </Link>
    </div>
  )
}

/** Back to where the reader was; the pages of the account lead nowhere in particular. */
function signInFrom(path: string) {
  const aside = path === '/' || /^\/(sign-in|sign-up|account|forgot|reset|confirm)\b/.test(path)
  return aside ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`
}
