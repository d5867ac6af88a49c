import type { Question } from './questions.ts'

type Told = Pick<Question, 'id' | 'slug' | 'title' | 'summary' | 'topic' | 'updated'>

const MOST = 50

/**
 * The newest questions as RSS 2.0. An entry keeps its name for ever (the question's id), so that a
 * reader's program shows a question once, whatever becomes of its address.
 * @param questions newest first
 * @param site the address of the site, without a slash at its end
 */
export function feed(questions: readonly Told[], site: string): string {
  const items = questions.slice(0, MOST).map(
    ({ id, slug, title, summary, topic, updated }) => `    <item>
      <title>${escaped(title)}</title>
      <link>${site}/questions/${slug}</link>
      <guid isPermaLink="false">${id}</guid>
      <category>${escaped(topic)}</category>
      <pubDate>${rfc822(updated)}</pubDate>
      <description>${escaped(summary)}</description>
    </item>
`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>Ridgeline: new questions</title>
    <link>${site}/questions</link>
    <atom:link href="${site}/feed.xml" rel="self" type="application/rss+xml"/>
    <description>Data science and machine learning interview questions, with the working shown.</description>
    <language>en-GB</language>
${questions[0] ? `    <lastBuildDate>${rfc822(questions[0].updated)}</lastBuildDate>\n` : ''}${items.join('')}  </channel>
</rss>
`
}

/** A day as RSS writes it: RFC 822, at midnight UTC. */
function rfc822(day: string): string {
  return new Date(`${day}T00:00:00Z`).toUTCString()
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (letter) => entities[letter]!)
}
