import type { Metadata } from 'next'
import { Article } from '#app/about/article.tsx'
import { Finding } from './finding.tsx'
import { findings } from './findings.ts'
import { Limits } from './limits.tsx'

export const metadata: Metadata = {
  title: 'The evidence behind the rules',
  description:
    'Which studies each rule of this site rests on, what they found, and what they do not show.',
  alternates: { canonical: '/about/evidence' },
}

export default function EvidencePage() {
  return (
    <Article
      title="The evidence behind the rules"
      lead="Each rule of this site rests on studies of how people learn. Here they are, with what was found, with whom, and what that does not show. Nobody has tested this site as a whole."
      parts={[
        ...findings.map((finding) => ({
          id: finding.id,
          title: finding.title,
          body: <Finding finding={finding} />,
        })),
        { id: 'limits', title: 'What nobody has shown', body: <Limits /> },
      ]}
    />
  )
}
