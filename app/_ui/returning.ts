/** Whether there is something to come back to: for the next visit alone, which opens with it (see theme.ts). */
export function keepReturning(hasBegun: boolean): void {
  try {
    if (hasBegun) localStorage.setItem('ridgeline.returning', 'yes')
    else localStorage.removeItem('ridgeline.returning')
  } catch {
    // Storage is refused: the front page is then that of a first visit.
  }
}
