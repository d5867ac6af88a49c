import { CORE_SCHEMA, load } from 'js-yaml'

/** A mark of byte order is a letter to one and nothing to the other; what may stand behind a tag, too, is read in two ways. */
const differing = /\uFEFF|(?:^|[\s[{,])!(?!=)/

/**
 * What a text says, without the places of it: a third of the work of `yaml`, which is asked where
 * something stands, or what is wrong.
 * @returns undefined where it is no YAML, or says nothing
 */
export function plainYaml(text: string): unknown {
  if (differing.test(text)) return undefined
  try {
    return load(text, { schema: CORE_SCHEMA })
  } catch {
    return undefined
  }
}
