import landing from '#app/_search/landing.module.css'
import { sentenceCase } from '#app/_search/names.ts'
import { roles } from '#lib/content/questions.ts'
import type { Met } from '#lib/content/encounters.ts'

/** Who says so: every encounter with its role, its date and its source. */
export async function Evidence({ met }: { met: readonly Met[] }) {
  const names = await roles()
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence" className="section-title">
        Where this comes from
      </h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, by keyboard too */}
      <div className={landing.scroll} role="region" aria-labelledby="evidence" tabIndex={0}>
        <table>
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
                <td>{names.get(encounter.role)?.title ?? encounter.role}</td>
                <td>{encounter.level ? sentenceCase(encounter.level) : 'Not said'}</td>
                <td>{encounter.stage ?? 'Not said'}</td>
                <td>{encounter.seenAt ?? 'Not said'}</td>
                <td>
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
      </div>
    </section>
  )
}
