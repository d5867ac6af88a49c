import type { Invalid } from './response.ts'

/** An option as the reader sees it: without its key and its reason. */
export type AskedOption = { id: string; text: string }

export type AskedSingle = {
  kind: 'single'
  id: string
  prompt: string
  options: AskedOption[]
}

export type AskedMultiple = {
  kind: 'multiple'
  id: string
  prompt: string
  options: AskedOption[]
}

/** One option's id. */
export function validateSingle(item: AskedSingle, response: unknown): string | Invalid {
  if (typeof response !== 'string' || !item.options.some((option) => option.id === response)) {
    return { problem: 'Choose one of the options.' }
  }
  return response
}

/** Ids of the chosen options, without repetition, at least one. */
export function validateMultiple(item: AskedMultiple, response: unknown): string[] | Invalid {
  const known = new Set(item.options.map((option) => option.id))
  const isList = Array.isArray(response) && response.length > 0
  if (!isList || response.length > known.size || !response.every((id) => known.has(id))) {
    return { problem: 'Choose at least one of the options.' }
  }
  if (new Set(response).size !== response.length) return { problem: 'Choose each option once.' }
  return response
}
