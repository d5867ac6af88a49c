import type { Metadata } from 'next'
import { SharedLoader } from './shared-loader.tsx'

export const metadata: Metadata = {
  title: 'A shared mock interview',
  robots: { index: false },
}

/** The frame; what the interview consists of is one request after load. */
export default async function SharedPage({ params }: PageProps<'/m/[share]'>) {
  return (
    <>
      <noscript>
        <p className="page">An interview needs JavaScript. Reading the questions does not.</p>
      </noscript>
      <SharedLoader share={(await params).share} />
    </>
  )
}
