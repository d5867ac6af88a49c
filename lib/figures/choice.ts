/** A few words to choose from, by their values; the first is the default. */
export function choice<const V extends string>(label: string, words: Record<V, string>) {
  const options = (Object.entries(words) as [V, string][]).map(([value, word]) => ({
    value,
    label: word,
  }))
  return { kind: 'choice', label, options, default: options[0]!.value } as const
}
