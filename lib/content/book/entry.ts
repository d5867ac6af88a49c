/**
 * How a rule is broken: a part of the sample question as it should be, and what stands in its place. ▸ is
 * where the check points. `/write/rules` shows the first of each rule, and the tests break them all.
 */
export type Break = readonly [good: string, bad: string, more?: More]

type More = {
  /** the part of the sample that gives way to `good`, which is not in it */
  over?: string
  /** where the check points, if that is not in `bad`: a text of the broken file */
  at?: string
  /** other rules that find something too */
  with?: readonly string[]
  /** name of the file, from content/questions/ */
  path?: string
}

export type Entry = {
  /** what it asks for, and why, in a sentence or two */
  about: string
  severity?: 'warning'
  breaks: readonly Break[]
  /** where a break needs more than one file */
  shown?: { good: string; bad: string }
}
