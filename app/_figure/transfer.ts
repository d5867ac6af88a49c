/**
 * A copy of a result, and the memory in it that may be handed over to another thread. The copy is
 * needed: a figure keeps parts of its result for the next state, and what is handed over is gone.
 */
export function handOver<R>(result: R): { copy: R; buffers: ArrayBuffer[] } {
  const copy = structuredClone(result)
  return { copy, buffers: [...buffersIn(copy)] }
}

/** Each once: several arrays may look into the same memory. */
function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer)
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) buffersIn(part, found)
  return found
}
