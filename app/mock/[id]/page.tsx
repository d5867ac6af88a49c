import type { Metadata } from 'next'
import { InterviewLoader } from './interview-loader.tsx'

export const metadata: Metadata = {
  title: 'Mock interview',
  robots: { index: false },
}

/** The frame; what is asked, and what was written, is one request after load. */
export default async function InterviewPage({ params }: PageProps<'/mock/[id]'>) {
  return (
    <>
      <noscript>
        <p className="page">An interview needs JavaScript. Reading the questions does not.</p>
      </noscript>
      <InterviewLoader id={(await params).id} />
    </>
  )
}
