import { sentenceCase } from '#app/_search/names.ts'
import type { Met } from '#lib/content/encounters.ts'
import { roles } from '#lib/content/questions.ts'
import styles from './evidence.module.css'

/** Who says so: every encounter with its role, its date and its source. */
export async function Evidence({ met }: { met: readonly Met[] }) {
  const names = await roles()
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence" className="section-title">
        Where this comes from
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Role</th>
            <th scope="col">Level</th>
            <th scope="col">Stage</th>
            <th scope="col">Asked in</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {met.map(({ question, encounter }, nth) => (
            // oxlint-disable-next-line react/no-array-index-key -- one question may be met twice alike
            <tr key={`${question.id} ${nth}`}>
              <td>{question.title}</td>
              <td data-name="Role">{names.get(encounter.role)?.title ?? encounter.role}</td>
              <td data-name="Level">
                {encounter.level ? sentenceCase(encounter.level) : 'Not said'}
              </td>
              <td data-name="Stage">{encounter.stage ?? 'Not said'}</td>
              <td data-name="Asked in">{encounter.seenAt ?? 'Not said'}</td>
              <td data-name="Source">
                {encounter.url ? (
                  <a href={encounter.url} rel="noreferrer">
                    A public page
                  </a>
                ) : (
                  'A candidate’s report'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
