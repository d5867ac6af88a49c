export const confidenceNames = ['Guess', 'Leaning', 'Fairly sure', 'Certain'] as const

export const kindNames: Record<string, string> = {
  answer: 'Answer in words',
  again: 'Said again in a minute',
  rubric: 'Rubric',
  single: 'Choice',
  multiple: 'Several choices',
  numeric: 'Number',
  ordering: 'Ordering',
  matching: 'Matching',
  fill: 'Missing word',
  plot: 'Plot reading',
  spot: 'Find the slip',
  claim: 'True or false',
  predict: 'Prediction',
  task: 'Figure task',
}

/** "24 November 2026, 16:40", where the reader is. */
export function moment(iso: string): string {
  return new Date(iso)
    .toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
    .replace(' at ', ', ')
}
