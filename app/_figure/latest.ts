/**
 * Asks one question at a time. While one is under way the newest waits and those between are dropped,
 * so a slider that moves faster than the answers come never makes a queue.
 * @param ask any promise: a worker behind it, or in tests a list
 */
export function latest<Q, A>(
  ask: (question: Q) => Promise<A>,
  tell: { answered(question: Q, answer: A): void; failed(error: unknown): void },
) {
  let underWay: { question: Q; wanted: boolean } | undefined
  let waiting: { question: Q } | undefined

  function want(question: Q) {
    waiting = undefined
    if (underWay === undefined) void go(question)
    else if (underWay.question !== question) waiting = { question }
    else underWay.wanted = true
  }

  async function go(question: Q) {
    const mine = { question, wanted: true }
    underWay = mine
    const told = await ask(question).then(
      (answer) => () => tell.answered(question, answer),
      (error: unknown) => () => tell.failed(error),
    )
    underWay = undefined
    if (waiting !== undefined) want(waiting.question)
    if (mine.wanted) told()
  }

  /** Nothing is wanted any more: what waits is forgotten, what is under way will not be told. */
  function drop() {
    waiting = undefined
    if (underWay !== undefined) underWay.wanted = false
  }

  return { want, drop }
}
