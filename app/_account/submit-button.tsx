'use client'

import { Button } from '#app/_ui/button.tsx'
import { useHydrated } from './browser.ts'
import styles from './credentials-form.module.css'

/** Waits for JavaScript, without a flicker of grey; says what it is doing while it does. */
export function SubmitButton({ waiting, children }: { waiting: boolean; children: string }) {
  const hydrated = useHydrated()
  return (
    <Button
      type="submit"
      look="primary"
      disabled={!hydrated}
      aria-disabled={waiting || undefined}
      className={hydrated ? undefined : styles.early}
    >
      {children}
    </Button>
  )
}
