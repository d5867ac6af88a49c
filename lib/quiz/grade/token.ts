import 'server-only'

/**
 * An id that tells nothing which its text does not: a hash of it (FNV-1a, 32 bits, in base 36). Where
 * an author's own ids would give the key away (`step-1`, `step-2`), this one goes out, and comes back.
 * It depends on neither seed nor neighbours, so any order is graded alike, and an edited list keeps
 * the ids of what it keeps.
 */
export function tokenOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** Whether each text can be told from the others by its token; equal texts cannot. */
export function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts.map(tokenOf)).size === texts.length
}
