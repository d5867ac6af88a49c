import { Dialog } from '#app/_ui/dialog.tsx'
import styles from './overlays.module.css'
import { shortcuts } from './shortcuts.ts'

/** Every shortcut that there is, and whether those of a single key are on. */
export function KeyboardMap({ onClose }: { onClose: () => void }) {
  const isOff = document.documentElement.dataset['keys'] === 'off'
  return (
    <Dialog label="Keyboard" onClose={onClose} className={styles.map}>
      <header className={styles.mapHead}>
        <h2 className="section-title">Keyboard</h2>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog's first control */}
        <button type="button" autoFocus className="link-button" onClick={onClose}>
          Close
        </button>
      </header>
      <p className="small muted">
        {isOff
          ? 'Keys pressed alone are turned off'
          : 'Keys pressed alone do nothing while you type'}
        ;{' '}
        {/* oxlint-disable-next-line next/no-html-link-for-pages -- a root of its own: there is no router */}
        <a href="/account">{isOff ? 'turn them on' : 'turn them off'} in your account</a>.
      </p>
      <div className={styles.groups}>
        {shortcuts.map(({ title, keys }) => (
          <section key={title}>
            <h3 className="label">{title}</h3>
            <dl>
              {keys.map(({ keys: pressed, does }) => (
                <div key={does}>
                  <dt>
                    {pressed.map((key, nth) => (
                      <span key={key}>
                        {nth > 0 && <span className="visually-hidden"> then </span>}
                        <kbd>{key}</kbd>
                      </span>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
