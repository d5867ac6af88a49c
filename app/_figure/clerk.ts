/** As much of a Worker as is used here. */
export type Port = Pick<Worker, 'postMessage' | 'addEventListener'>
type Reply = { nth: number; answer?: unknown; error?: string }
type Caller = { resolve(answer: unknown): void; reject(error: Error): void }

/**
 * Brings questions to a worker and each answer back to its question.
 * @param start called at the first question; may throw
 * @returns rejects when the worker says so, when there is none, and for all when it breaks down
 */
export function clerk<Q extends object>(start: () => Port) {
  const callers = new Map<number, Caller>()
  let port: Port | undefined
  let isBroken = false
  let nth = 0

  function open(): Port {
    const opened = start()
    opened.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      const caller = callers.get(data.nth)
      callers.delete(data.nth)
      if (data.error === undefined) caller?.resolve(data.answer)
      else caller?.reject(new Error(data.error))
    })
    opened.addEventListener('error', () => {
      isBroken = true
      for (const { reject } of callers.values()) reject(new Error('the worker broke down'))
      callers.clear()
    })
    return opened
  }

  return function ask(question: Q): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (isBroken) throw new Error('there is no worker')
      port ??= open()
      port.postMessage({ ...question, nth: ++nth })
      callers.set(nth, { resolve, reject })
    })
  }
}
