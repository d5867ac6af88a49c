import type { Metadata } from 'next'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { companies, roles } from '#lib/content/questions.ts'
import { encodeBlueprint } from '#lib/interview/blueprint.ts'
import {
  companyBlueprint,
  type CompanyPreset,
  companyPresets,
  presets,
} from '#lib/interview/presets.ts'
import { interviewBank } from '#lib/study/interview-bank.ts'
import styles from './mock.module.css'
import { Preset } from './preset.tsx'
import { YourInterviews } from './your-interviews.tsx'

export const metadata: Metadata = {
  title: 'Mock interviews',
  description:
    'Timed mock interviews in data science and machine learning: in words and machine-checked, with a report and the next reviews planned.',
}

/** The same for everybody; the reader's own interviews come after load. */
export default async function MockPage() {
  const [bank, firms, jobs] = await Promise.all([interviewBank(), companies(), roles()])
  return (
    <div className={`page ${styles.page}`}>
      <header className={styles.head}>
        <h1 className="title">Mock interviews</h1>
        <p className={styles.lead}>
          Questions in words and questions that a machine checks, against a clock. No answers before
          the end; then a report, and the next reviews already planned.
        </p>
      </header>
      <YourInterviews />
      <section aria-labelledby="presets" className={styles.section}>
        <h2 id="presets" className="section-title">
          Start one
        </h2>
        <ul className={styles.presets}>
          {presets.map(({ id, title, about, blueprint }) => (
            <Preset key={id} title={title} about={about} blueprint={encodeBlueprint(blueprint)} />
          ))}
          {companyPresets(bank).map((preset) => (
            <Preset
              key={`${preset.company} ${preset.role}`}
              title={`${firms.get(preset.company)?.title ?? preset.company}, ${jobs.get(preset.role)?.title ?? preset.role}`}
              about={aboutCompany(preset)}
              blueprint={encodeBlueprint(companyBlueprint(preset))}
            />
          ))}
        </ul>
        <p>
          <ButtonLink href="/mock/new">Put one together</ButtonLink>
        </p>
      </section>
    </div>
  )
}

/** What it is drawn by, and that nothing more is claimed. */
function aboutCompany({ levels, sourced }: CompanyPreset): string {
  const list = new Intl.ListFormat('en-GB').format(levels)
  const at = levels.length === 0 ? '' : `, ${list} level`
  const own =
    sourced === 1
      ? 'One question has evidence of having been asked there, and is drawn'
      : `${sourced} questions have evidence of having been asked there, and are drawn`
  return `20 minutes of questions for this role${at}. ${own} three times as often. Nothing else is claimed about what they ask.`
}
