import { Rows } from '#app/about/article.tsx'
import { percent, percents } from '#app/_progress/words.ts'
import { proposedGrade } from '#lib/learning/schedule.ts'
import { scoreRubric } from '#lib/quiz/grade/rubric.ts'

const points = [
  { id: 'form', text: 'the penalty forms', weight: 2, from: 'intern' },
  { id: 'zeros', text: 'exact zeros, and why', weight: 3, from: 'intern' },
  { id: 'standardise', text: 'standardise first', weight: 2, from: 'mid' },
  { id: 'priors', text: 'the priors', weight: 2, from: 'senior' },
] as const

const marks = [
  { quotes: ['form', 'zeros'], ticked: [], level: 'mid' },
  { quotes: ['form', 'zeros'], ticked: ['standardise'], level: 'mid' },
  { quotes: ['form', 'zeros'], ticked: ['standardise'], level: 'senior' },
] as const

const grades = ['Again', 'Hard', 'Good', 'Easy']

export function RubricPart() {
  return (
    <>
      <p>
        A key point has a weight from 1 to 3 and a level from which it is expected. At your level,
        the score runs from the weight that you <em>quoted</em> to the weight that you quoted or
        ticked, each divided by the weight of all points expected there. A tick without words of
        yours widens the range; it never lifts its lower end.
      </p>
      <p>
        The words that are underlined for you come from phrases that the author expects; they are
        looked for as they stand, in capitals or not, and nothing is ticked by them. A phrase of a
        misconception is passed over where your sentence takes it back: after <em>not</em>,{' '}
        <em>never</em>, <em>cannot</em>, <em>doesn’t</em> and their like within the eight words
        before it, after <em>it is a myth that</em> or <em>people think</em>, before{' '}
        <em>which is wrong</em>, and in a question. Two negations count as one, so that what remains
        doubtful is not held against you. Words that may earn a point are passed over only within
        three words after a <em>not</em>.
      </p>
      <p>
        Take four points: the penalty forms (2, intern), exact zeros and why (3, intern),
        standardise first (2, mid), the priors (2, senior).
      </p>
      <Rows
        caption="Four points, marked in three ways"
        head={['Level', 'Quoted', 'Ticked', 'Score', 'Suggested grade']}
        rows={marks.map((mark) => {
          const { low, high } = scoreOf(mark)
          return [
            mark.level,
            mark.quotes.map(textOf).join(', '),
            mark.ticked.map(textOf).join(', ') || 'none',
            percents(low, high),
            grades[proposedGrade(low) - 1],
          ]
        })}
      />
      <p>
        Wherever one number is needed (the suggested grade, what you know of a topic) it is the
        quoted end, here {percent(scoreOf(marks[0]).low)} and {percent(scoreOf(marks[2]).low)}. A
        rubric is your own judgement of your own words; a mock interview’s report therefore never
        adds it to what the machine graded.
      </p>
    </>
  )
}

function scoreOf({ level, quotes, ticked }: (typeof marks)[number]) {
  return scoreRubric([...points], {
    answerId: '',
    level,
    quotes: Object.fromEntries(quotes.map((id) => [id, [[0, 1]]])),
    ticked: [...ticked],
  })
}

function textOf(id: string): string {
  return points.find((point) => point.id === id)!.text
}
