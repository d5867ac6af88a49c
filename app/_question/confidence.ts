/** How sure a reader is, as it is stored: 0 to 3. Asked before anything is graded, never required. */
export const CONFIDENCE = ['Guess', 'Leaning', 'Fairly sure', 'Certain'].map((label, value) => ({
  value: String(value),
  label,
}))
