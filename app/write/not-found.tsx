import type { Metadata } from 'next'
import { ForAuthors } from '#app/_write/for-authors.tsx'

export const metadata: Metadata = { title: 'For authors', robots: { index: false } }

/** Who may not see a draft does not learn whether there is one. */
export default function NotForYou() {
  return <ForAuthors />
}
