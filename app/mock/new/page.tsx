import type { Metadata } from 'next'
import { companies, questions, roles, topics } from '#lib/content/questions.ts'
import styles from './new.module.css'
import { NewInterview } from './new-interview.tsx'

export const metadata: Metadata = {
  title: 'Put an interview together',
  description: 'Role, topics, length and clock of a mock interview.',
}

/** The same for everybody: what the address asks for, the form reads in the browser. */
export default async function NewInterviewPage() {
  const all = [...(await questions()).values()]
  const tree = await topics()
  const covered = new Set(all.flatMap(({ topic }) => lineOf(topic, tree)))
  const asked = new Set(all.flatMap(({ encounters }) => encounters.map(({ company }) => company)))
  const wanted = new Set(all.flatMap((question) => question.roles))
  return (
    <div className={`page ${styles.page}`}>
      <h1 className="title">Put an interview together</h1>
      <noscript>
        <p>An interview needs JavaScript. Reading the questions does not.</p>
      </noscript>
      <NewInterview
        topics={named(tree, covered)}
        roles={named(await roles(), wanted)}
        companies={named(await companies(), asked)}
      />
    </div>
  )
}

/** Only what the bank has a question for, in the order of its file. */
function named(all: ReadonlyMap<string, { id: string; title: string }>, used: ReadonlySet<string>) {
  return [...all.values()].filter(({ id }) => used.has(id)).map(({ id, title }) => ({ id, title }))
}

/** A topic and those above it. */
function lineOf(topic: string, tree: ReadonlyMap<string, { parent?: string }>): string[] {
  const parent = tree.get(topic)?.parent
  return parent === undefined ? [topic] : [topic, ...lineOf(parent, tree)]
}
