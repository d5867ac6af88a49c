'use client'

const here = new Map<string, number>()

/**
 * Counts a visit: on this device, once for each page that is loaded however often it is asked.
 * @returns how many there were, this one included
 */
export function countVisit(id: string): number {
  const key = `ridgeline.visits.${id}`
  const known = here.get(key)
  if (known !== undefined) return known
  const visits = 1 + stored(key)
  here.set(key, visits)
  try {
    localStorage.setItem(key, String(visits))
  } catch {
    // Storage is refused: every visit is the first.
  }
  return visits
}

function stored(key: string): number {
  try {
    return Number(localStorage.getItem(key)) || 0
  } catch {
    return 0
  }
}
