import { Landing } from '#app/_search/landing.tsx'
import { countOf } from '#app/_search/names.ts'
import { allNames, rowsWhere } from '#app/_search/server.ts'
import { Link } from '#app/_ui/link.tsx'
import landing from '#app/_search/landing.module.css'
import { encodeBlueprint, standard } from '#lib/interview/blueprint.ts'
import { companyBlueprint } from '#lib/interview/presets.ts'
import { LEVELS } from '#lib/quiz/kinds/rubric.ts'
import { companyRoles, encountersAt, type Met, titleOf } from '#lib/content/encounters.ts'
import { Evidence } from './evidence.tsx'

type Props = { company: string; role?: string }

/** The questions that a company is reported to have asked, in one role or in any. */
export async function CompanyPage({ company, role }: Props) {
  const met = await encountersAt(company, role)
  const order = [...new Set(met.map(({ question }) => question.id))]
  const rows = await rowsWhere(({ id }) => order.includes(id))
  const [name, roleName] = [
    await titleOf('companies', company),
    role && (await titleOf('roles', role)),
  ]
  // As the preset on /mock: by role, and by the levels at which it was asked.
  const asked = LEVELS.filter((level) => met.some(({ encounter }) => encounter.level === level))
  const blueprint = encodeBlueprint(
    role === undefined
      ? { ...standard, company }
      : companyBlueprint({ company, role, levels: asked }),
  )
  return (
    <Landing
      trail={[
        { href: '/questions', name: 'Questions' },
        ...(role ? [{ href: `/companies/${company}`, name }] : []),
      ]}
      title={roleName ? `${name}, ${inSentence(roleName)}` : `Asked at ${name}`}
      lead={leadOf(met)}
      interview={`/mock/new?blueprint=${blueprint}`}
      list={`/questions?company=${company}`}
      rows={rows.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))}
      names={await allNames()}
      before={role === undefined && <Roles company={company} />}
    >
      <Evidence met={met} />
    </Landing>
  )
}

async function Roles({ company }: { company: string }) {
  const here = (await companyRoles()).filter((each) => each.company === company)
  const named = await Promise.all(
    here.map(async ({ role }) => ({ role, name: await titleOf('roles', role) })),
  )
  return (
    <ul className={landing.below} aria-label="Roles">
      {named.map(({ role, name }) => (
        <li key={role}>
          <Link href={`/companies/${company}/${role}`}>{name}</Link>
        </li>
      ))}
    </ul>
  )
}

/** On what evidence: reports, and whether they say when. */
function leadOf(met: readonly Met[]): string {
  const questions = new Set(met.map(({ question }) => question.id)).size
  const dated = met.filter(({ encounter }) => encounter.seenAt !== undefined).length
  const reports = met.length === 1 ? 'one report names' : `${met.length} reports name`
  const order =
    dated === 0
      ? 'without a date'
      : `latest first${dated < met.length ? ', undated ones last' : ''}`
  return `${countOf(questions)} that ${reports}, ${order}. What was asked once may not be asked again, and most of what is asked is never reported.`
}

function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
