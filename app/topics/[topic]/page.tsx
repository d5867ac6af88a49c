import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Landing } from '#app/_search/landing.tsx'
import styles from '#app/_search/landing.module.css'
import { countOf, type Names } from '#app/_search/names.ts'
import { allNames, rowsWhere } from '#app/_search/server.ts'
import { Link } from '#app/_ui/link.tsx'
import { topics } from '#lib/content/questions.ts'
import { encodeBlueprint, standard } from '#lib/interview/blueprint.ts'
import type { Row } from '#lib/search/listing.ts'

/** Only topics with a question, in them or below. */
export const dynamicParams = false

export async function generateStaticParams() {
  const { options } = await allNames()
  return options.topic.map(({ value }) => ({ topic: value }))
}

export async function generateMetadata({
  params,
}: PageProps<'/topics/[topic]'>): Promise<Metadata> {
  const topic = (await topics()).get((await params).topic)
  return topic ? { title: `${topic.title}: interview questions`, description: topic.summary } : {}
}

/** The questions of a topic and of the topics below it. */
export default async function TopicPage({ params }: PageProps<'/topics/[topic]'>) {
  const all = await topics()
  const topic = all.get((await params).topic) ?? notFound()
  const names = await allNames()
  const rows = await rowsWhere((entry) => trailOf(entry.topic, names).includes(topic.id))
  const above = trailOf(topic.id, names).slice(1).toReversed()
  return (
    <Landing
      trail={[
        { href: '/questions', name: 'Questions' },
        ...above.map((id) => ({ href: `/topics/${id}`, name: all.get(id)?.title ?? id })),
      ]}
      title={topic.title}
      lead={`${topic.summary} ${evidenceOf(rows)}`}
      interview={`/mock/new?blueprint=${encodeBlueprint({ ...standard, topics: { [topic.id]: 1 } })}`}
      list={`/questions?topic=${topic.id}`}
      rows={rows}
      names={names}
      before={<Below topic={topic.id} names={names} rows={rows} />}
    />
  )
}

/** Topics directly below this one that have questions, with how many. */
function Below({ topic, names, rows }: { topic: string; names: Names; rows: readonly Row[] }) {
  const below = names.options.topic.filter(({ value }) => names.parents[value] === topic)
  if (below.length === 0) return null
  return (
    <ul className={styles.below} aria-label="Topics in it">
      {below.map(({ value, label }) => (
        <li key={value}>
          <Link href={`/topics/${value}`}>{label}</Link>
          <span className="dim">
            {' '}
            {rows.filter((row) => trailOf(row.topic, names).includes(value)).length}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** How many have a named source; that says where they were asked, and nothing of how often. */
function evidenceOf(rows: readonly Row[]): string {
  const sourced = rows.filter(({ companies }) => companies.length > 0).length
  if (sourced === 0) return `${countOf(rows.length)}, none with a named source.`
  if (sourced === rows.length) return `${countOf(sourced)}, with the company that asked it named.`
  return `${countOf(rows.length)}; of ${sourced} the company that asked it is known.`
}

/** The topic and those above it. */
function trailOf(topic: string, { parents }: Names): string[] {
  const parent = parents[topic]
  return parent === undefined ? [topic] : [topic, ...trailOf(parent, { parents } as Names)]
}
