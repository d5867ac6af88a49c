import { Link } from '#app/_ui/link.tsx'
import { Awake } from './awake.tsx'
import styles from './outbox-state.module.css'

/**
 * In the bar over every page: what this device has not delivered, or that there is no network. It is in the
 * HTML, and <html data-unsaved> or <html data-offline> show it: the first is set, and the words are written,
 * by delivery.ts, the second by the script in <head>.
 */
export function OutboxState() {
  return (
    <Link href="/account#on-this-device" className={styles.state}>
      <Awake />
      <span className={styles.offline}>Offline</span>
      <span className={styles.unsaved} data-unsaved-words="" />
    </Link>
  )
}
