import styles from '#app/about/about.module.css'
import type { Found } from './findings.ts'

/** A rule, what was found, and where that ends. */
export function Finding({ finding: { rule, found, limit, sources } }: { finding: Found }) {
  return (
    <>
      <p>
        <strong>Here:</strong> {rule}
      </p>
      <p>
        <strong>Found:</strong> {found}
      </p>
      <p>
        <strong>Not shown:</strong> {limit}
      </p>
      <ul className={styles.source}>
        {sources.map(({ text, doi }) => (
          <li key={text}>
            {text}
            {doi !== undefined && (
              <>
                {' '}
                <a href={`https://doi.org/${doi}`}>doi:{doi}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
