import 'server-only'

const NOT_HERE =
  'The text of this version of the question is not on this site: the answer was imported from another.'

/**
 * Stands for a version of a question that this site has never had, until it has it (`keepVersions` puts
 * the real one in its place). It has what the pages read, and no items: nothing can be graded by it.
 * @param current the question as it is here today, for its name and its place
 */
export function unknownVersion(
  id: string,
  current?: { slug: string; title: string; topic: string },
): object {
  return {
    isUnknown: true,
    id,
    slug: current?.slug ?? id,
    title: current?.title ?? 'A question that this site does not have',
    topic: current?.topic ?? '',
    asked: NOT_HERE,
    summary: '',
    levels: [],
    roles: [],
    keyPoints: [],
    misconceptions: [],
    followUps: [],
    items: [],
  }
}

export function isUnknown(question: unknown): boolean {
  return (question as { isUnknown?: boolean }).isUnknown === true
}
