import 'server-only'
import type { Span } from '#lib/quiz/kinds/rubric.ts'

/**
 * Whether an answer takes back what a cue says in it: "L2 does **not** *remove multicollinearity*",
 * "**people think** that it *removes multicollinearity*", "it *removes multicollinearity*, **which is
 * wrong**". Plain patterns over one sentence (and the first words of the next), no grammar. They err
 * towards yes, which is silence: two negations count as one, and a question claims nothing.
 * @param span of the cue, [start, end) in UTF-16 units; a "not" within it is the cue's own
 */
export function isDenied(text: string, [start, end]: Span): boolean {
  const [before, after, next] = around(text, start, end)
  return (
    deniesWithin(before, REACH) ||
    REPORTS.test(before) ||
    REFUTES.test(after) ||
    /^\s*\?/.test(after.slice(-1)) ||
    REFUSES.test(next)
  )
}

/**
 * The same for words that may earn a point. Only a "not" right before them counts, and none after "if"
 * or "because": "if they are not on the same scale …" is how that point is made.
 */
export function isUndone(text: string, [start, end]: Span): boolean {
  const [before] = around(text, start, end)
  return deniesWithin(before, NEAR) && !REASONS.test(before)
}

/** Whether words deny something by themselves: of a point that says "not", a "not" is no denial. */
export function saysNot(text: string): boolean {
  return NEGATION.test(affirmed(text))
}

/** Words before a cue that a negation reaches over, unless another clause begins between. */
const REACH = 8
const NEAR = 3

const NEGATION =
  /(?<![\p{L}\p{N}])(?:not|never|no|none|nor|neither|nobody|nothing|cannot|can[’']?t|\p{L}+n[’']t|without|hardly|rarely|seldom|barely|fails? to|failed to|instead of|rather than|far from|unlike|less likely to|stops? short of|avoid(?:s|ing)?)(?![\p{L}\p{N}])/iu
/** "not only" and the like affirm. */
const AFFIRMS =
  /(?<![\p{L}\p{N}])(?:not (?:only|just|merely|simply|least)|no (?:doubt|wonder|question)|without (?:a |any )?(?:doubt|question)|no matter)(?![\p{L}\p{N}])/giu
/** Where another clause begins, which a negation does not reach into. */
const CLAUSE =
  /(?<![\p{L}\p{N}])(?:but|because|so(?! that)|therefore|hence|thus|since|whereas|while|although|though|yet|instead,)(?![\p{L}\p{N}])|[;:–—]|,\s*(?=it |they |this |and (?:it |they |this |then )?)/giu
const REPORTS =
  /(?<![\p{L}\p{N}])(?:myth|misconception|fallacy|mistake|misunderstanding|contrary to|(?:it is|it’s|it's|that’s|that's|would be|be) (?:false|wrong|untrue|incorrect|misleading)|(?:wrong|false|incorrect|misleading|tempting) to (?:say|think|claim|believe|conclude|assume)|(?:people|some|many|candidates|others|beginners|one|you|they|textbooks|we)(?: \p{L}+)? (?:think|thinks|believe|believes|say|says|claim|claims|assume|assumes|hear|hears|read|reads|thought|said)(?! about)|(?:often|commonly|usually|sometimes|wrongly|mistakenly) (?:said|thought|believed|claimed|assumed|heard)|supposed(?:ly)?|does(?: it| that)? mean)(?![\p{L}\p{N}])/iu
const REFUTES =
  /(?<![\p{L}\p{N}])(?:(?:is|are|was|were|be|which|that|[’']s)(?: \p{L}+)? (?:a |an |the )?(?:\p{L}+ )?(?:myth|misconception|fallacy|mistake|misunderstanding|error|wrong|false|untrue|incorrect|misleading)|(?:is|are)(?: simply| just)? (?:not|never) (?:true|so|right|correct|the case)|isn[’']t (?:true|so|right|correct|the case)|not (?:always|necessarily|in general|really|quite|exactly|by itself)|only in (?:rare|special))(?![\p{L}\p{N}])/iu
/** How a sentence begins that takes back the one before. */
const REFUSES =
  /^\s*(?:no[,.!\s]|wrong|false|not (?:so|true|really|quite)|(?:but )?(?:this|that|it|which)(?: is|’s|'s) (?:\p{L}+ )?(?:not|never|wrong|false|untrue|incorrect|a (?:\p{L}+ )?(?:myth|misconception|mistake|fallacy))|(?:but )?(?:this|that|it) (?:does|do)(?: not|n[’']t))/iu
const REASONS =
  /(?<![\p{L}\p{N}])(?:if|when|unless|otherwise|because|since|as|where)(?![\p{L}\p{N}])/iu

/** The sentence before and after the span, and the sentence that follows. A point within a number ends none. */
function around(text: string, start: number, end: number): [string, string, string] {
  const before = text
    .slice(0, start)
    .split(/[.!?](?=\s)|\n/)
    .at(-1)!
  const rest = text.slice(end)
  const stop = /[.!?](?=\s|$)|\n/.exec(rest)
  if (!stop) return [before, rest, '']
  const cut = stop.index + 1
  return [before, rest.slice(0, cut), rest.slice(cut)]
}

function deniesWithin(before: string, words: number): boolean {
  const clause = affirmed(before).split(CLAUSE).at(-1)!
  const near = clause.trim().split(/\s+/).slice(-words).join(' ')
  return NEGATION.test(near)
}

function affirmed(text: string): string {
  return text.replace(AFFIRMS, ' ')
}
