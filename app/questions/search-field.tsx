import { SearchIcon } from '#app/_ui/icon.tsx'
import styles from './questions.module.css'

type Props = { text: string; onFocus: () => void; onType: (text: string) => void }

export function SearchField({ text, onFocus, onType }: Props) {
  return (
    <label className={styles.field}>
      <SearchIcon />
      <span className="visually-hidden">Search questions and answers</span>
      <input
        type="search"
        name="q"
        value={text}
        maxLength={200}
        placeholder="Search questions and answers"
        autoComplete="off"
        spellCheck={false}
        data-search-field=""
        onFocus={onFocus}
        onChange={(event) => onType(event.target.value)}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  )
}
