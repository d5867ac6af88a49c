import type { Metadata } from 'next'
import { ReportLoader } from './report-loader.tsx'

export const metadata: Metadata = {
  title: 'Report of a mock interview',
  robots: { index: false },
}

/** The frame; the report is one request after load. */
export default async function ReportPage({ params }: PageProps<'/mock/[id]/report'>) {
  return (
    <>
      <noscript>
        <p className="page">A report needs JavaScript. Reading the questions does not.</p>
      </noscript>
      <ReportLoader id={(await params).id} />
    </>
  )
}
