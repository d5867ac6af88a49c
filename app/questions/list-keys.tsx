import styles from './questions.module.css'

/** What the keyboard does in the list; not shown where there is none. */
export function ListKeys() {
  return (
    <p className={`js-only ${styles.keys}`}>
      <span>
        <kbd>J</kbd> <kbd>K</kbd> move
      </span>
      <span>
        <kbd>Enter</kbd> open
      </span>
      <span>
        <kbd>/</kbd> search
      </span>
      <span>
        <kbd>F</kbd> filters
      </span>
      <span>
        <kbd>M</kbd> add to a mock
      </span>
      <span>
        <kbd>?</kbd> all keys
      </span>
    </p>
  )
}
