import type { Metadata } from 'next'
import { allNames, openList } from '#app/_search/server.ts'
import { Finder } from './finder.tsx'

export const metadata: Metadata = {
  title: 'Questions',
  description:
    'Every interview question of Ridgeline, to be searched, and filtered by topic, level and kind.',
}

/** As it is for everybody. An address that asks for something is answered by found/page.tsx. */
export default async function QuestionsPage() {
  const names = await allNames()
  return (
    <div className="page">
      <Finder address="" first={await openList('', names, {})} names={names} />
    </div>
  )
}
