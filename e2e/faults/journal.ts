/** A batch of attempts that was sent in one request, and whether "saved" came back for it. */
export type Sent = { ids: string[]; isAcknowledged: boolean }

export type Differences = {
  /** Acknowledged, and not in the table. */
  lost: string[]
  /** In the table, and never sent. */
  phantom: string[]
  /** First ids of requests of which the table holds a part. */
  torn: string[]
}

/** Compares what a client was told with what the table holds. */
export function compare(sent: readonly Sent[], stored: ReadonlySet<string>): Differences {
  const known = new Set(sent.flatMap(({ ids }) => ids))
  const acknowledged = sent.filter(({ isAcknowledged }) => isAcknowledged)
  return {
    lost: acknowledged.flatMap(({ ids }) => ids).filter((id) => !stored.has(id)),
    phantom: [...stored].filter((id) => !known.has(id)),
    torn: sent.flatMap(({ ids }) => {
      const found = ids.filter((id) => stored.has(id)).length
      return found > 0 && found < ids.length ? ids.slice(0, 1) : []
    }),
  }
}
