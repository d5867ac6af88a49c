/** Why attempts are not stored: a code for the program, a sentence for the reader. */
export type Refusal = {
  code: 'invalid' | 'page-changed' | 'not-found'
  /** The attempt that it is about. */
  id: string
  message: string
}

const SENTENCES = {
  invalid: 'The answer cannot be graded.',
  'page-changed':
    'This question has changed since you opened it. Reload the page; your words are kept on this device.',
  'not-found': 'There is nothing here under that id.',
}

export function refusal(code: Refusal['code'], id: string, message = SENTENCES[code]): Refusal {
  return { code, id, message }
}
