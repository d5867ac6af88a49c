import 'server-only'
import { questions, topics, type Question } from '#lib/content/questions.ts'
import { cardsOf } from '#lib/db/card.ts'

type Note = { guid: string; deck: string; tags: string[]; front: string; back: string }

/**
 * A reader's cards in Anki's text format: one note a card, tab-separated, HTML, with formulas between
 * MathJax delimiters. The guid hangs on the question's id, so importing again updates in place.
 * Format: Anki manual, "Importing → Text files → File headers".
 */
export async function exportAnki(userId: string): Promise<string> {
  const bank = new Map([...(await questions()).values()].map((each) => [each.id, each]))
  const titles = await topics()
  const cards = await cardsOf(userId)
  const notes = cards.flatMap(({ questionId, keyPointId }) => {
    const question = bank.get(questionId)
    const topic = question && (titles.get(question.topic)?.title ?? question.topic)
    return question ? noteOf(question, keyPointId, topic!) : []
  })
  return ankiFile(notes)
}

/** @returns nothing for a key point that the question no longer has */
export function noteOf(question: Question, keyPointId: string, topic: string): Note[] {
  const { id, asked, summary, keyPoints, slug, levels } = question
  const shared = {
    deck: `Ridgeline::${topic}`,
    tags: [question.topic, slug, ...levels].map((tag) => tag.replaceAll(/\s+/g, '-')),
  }
  if (keyPointId === '') {
    const points = keyPoints.filter(({ must }) => must).map(({ text }) => `<li>${html(text)}</li>`)
    const back = `${html(summary)}<ul>${points.join('')}</ul>`
    return [{ guid: `ridgeline-${id}`, ...shared, front: html(asked), back }]
  }
  const point = keyPoints.find((each) => each.id === keyPointId)
  if (!point) return []
  const front = `${html(asked)}<br><br><i>Which point did you leave out?</i>`
  return [{ guid: `ridgeline-${id}-${keyPointId}`, ...shared, front, back: html(point.text) }]
}

export function ankiFile(notes: readonly Note[]): string {
  const head = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#deck column:2',
    '#tags column:3',
    '#columns:Guid\tDeck\tTags\tFront\tBack',
  ]
  const rows = notes.map(({ guid, deck, tags, front, back }) =>
    [guid, deck, tags.join(' '), front, back].map(field).join('\t'),
  )
  return `${[...head, ...rows].join('\n')}\n`
}

/** Tabs and line ends would end a field or a note; a quotation mark begins a quoted field. */
function field(text: string): string {
  const plain = text.replaceAll(/[\t\r\n]+/g, ' ')
  return plain.includes('"') ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Text with `$…$` formulas as HTML with MathJax's delimiters. */
function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\$\$(.+?)\$\$/gs, String.raw`\[$1\]`)
    .replaceAll(/\$(.+?)\$/g, String.raw`\($1\)`)
}
