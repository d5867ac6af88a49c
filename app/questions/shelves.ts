import type { Question, Topic } from '#lib/content/questions.ts'

/** Topics that have a question, in the order of topics.yaml; each question's order is kept. */
export function shelves<Q extends Pick<Question, 'topic'>>(
  questions: readonly Q[],
  topics: ReadonlyMap<string, Topic>,
) {
  return [...topics.values()]
    .map((topic) => ({ topic, questions: questions.filter((each) => each.topic === topic.id) }))
    .filter((shelf) => shelf.questions.length > 0)
}
