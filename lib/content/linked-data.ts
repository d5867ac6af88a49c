import type { Question } from './questions.ts'

type Described = Pick<
  Question,
  | 'title'
  | 'asked'
  | 'summary'
  | 'levels'
  | 'minutes'
  | 'keyPoints'
  | 'items'
  | 'authors'
  | 'updated'
  | 'slug'
>

/**
 * A question's page in the words of schema.org: something to learn from, with a quiz in it. Of the quiz
 * only what is asked before an answer: no options, no keys.
 * @param about the title of its topic
 * @param site the address of the site; null when it is not known, and then nothing has an address
 */
export function linkedData(question: Described, about: string, site: string | null) {
  const { title, asked, summary, levels, minutes, keyPoints, items, authors, updated, slug } =
    question
  const subject = { '@type': 'Thing', name: about }
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: title,
    description: summary,
    ...(site && { url: `${site}/questions/${slug}` }),
    inLanguage: 'en',
    learningResourceType: 'interview question',
    educationalLevel: levels,
    teaches: keyPoints.map(({ text }) => text),
    timeRequired: `PT${minutes}M`,
    isAccessibleForFree: true,
    about: subject,
    author: authors.map((name) => ({ '@type': 'Person', name })),
    dateModified: updated,
    hasPart: {
      '@type': 'Quiz',
      name: `Check yourself: ${title}`,
      about: subject,
      inLanguage: 'en',
      educationalUse: 'self assessment',
      hasPart: [asked, ...items.flatMap((item) => ('prompt' in item ? [item.prompt] : []))].map(
        (text) => ({ '@type': 'Question', text }),
      ),
    },
  }
}
