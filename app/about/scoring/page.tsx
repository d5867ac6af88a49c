import type { Metadata } from 'next'
import { Article } from '#app/about/article.tsx'
import { CalibrationPart } from './calibration-part.tsx'
import { ForecastPart } from './forecast-part.tsx'
import { ItemsPart } from './items-part.tsx'
import { MasteryPart } from './mastery-part.tsx'
import { ReportPart } from './report-part.tsx'
import { RubricPart } from './rubric-part.tsx'
import { SchedulePart } from './schedule-part.tsx'

export const metadata: Metadata = {
  title: 'How scores are computed',
  description:
    'Every score, interval and date on this site, with its formula and an example that the site’s own code computes.',
  alternates: { canonical: '/about/scoring' },
}

export default function ScoringPage() {
  return (
    <Article
      title="How scores are computed"
      lead="Every number that this site says about you comes from one of seven rules. Each stands here with an example; the examples are computed by the code that computes yours, when this page is built."
      parts={[
        { id: 'rubric', title: 'The rubric', body: <RubricPart /> },
        { id: 'items', title: 'Items', body: <ItemsPart /> },
        { id: 'mastery', title: 'What you know of a topic', body: <MasteryPart /> },
        { id: 'calibration', title: 'How sure you were', body: <CalibrationPart /> },
        { id: 'report', title: 'The report of a mock interview', body: <ReportPart /> },
        { id: 'schedule', title: 'When a card comes back', body: <SchedulePart /> },
        { id: 'forecast', title: 'The day of the interview', body: <ForecastPart /> },
      ]}
    />
  )
}
