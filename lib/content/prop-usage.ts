import { figures } from '#lib/figures/index.ts'
import { didYouMean } from './nearest.ts'
import type { Finding, Fix, Place } from './problem.ts'
import { type Attribute, type Node, placeOf } from './tree.ts'
import type { Component, Prop } from './vocabulary.ts'

/** The props of one component: known, given once, of their type, and none missing. */
export function propUsage(name: string, component: Component, node: Node): Finding[] {
  const list = node.attributes ?? []
  return [
    ...list.flatMap((each) => propFindings(name, component, each, list)),
    ...missing(name, component, node),
  ]
}

function propFindings(
  name: string,
  component: Component,
  given: Attribute,
  list: readonly Attribute[],
): Finding[] {
  const place = placeOf(given)
  if (given.type !== 'mdxJsxAttribute' || given.name === undefined)
    return [{ ...place, rule: 'prose/expression', message: 'props cannot be spread' }]
  const prop = Object.hasOwn(component.props, given.name) ? component.props[given.name] : undefined
  if (!prop)
    return [
      {
        ...place,
        rule: 'prose/unknown-prop',
        message: `<${name}> has no prop “${given.name}”`,
        ...didYouMean(given.name, Object.keys(component.props)),
      },
    ]
  if (list.find((each) => each.name === given.name) !== given)
    return [{ ...place, rule: 'prose/prop-value', message: `“${given.name}” is given twice` }]
  return valueFindings(given.name, prop, given.value ?? null, place)
}

function valueFindings(
  name: string,
  prop: Prop,
  value: NonNullable<Attribute['value']> | null,
  place: Place,
): Finding[] {
  const wrong = (message: string, hint?: string, fix?: Fix): Finding[] => [
    { ...place, rule: 'prose/prop-value', message, ...(hint && { hint }), ...(fix && { fix }) },
  ]
  if (prop.type === 'flag')
    return value === null
      ? []
      : wrong(`“${name}” takes no value`, `write only ${name}`, plainFlag(name, value))
  if (prop.type === 'number') {
    const number = typeof value === 'object' && value ? Number(value.value) : Number.NaN
    if (Number.isNaN(number))
      return wrong(`“${name}” is a number`, `write ${name}={30}`, inBraces(value))
    if (number < (prop.min ?? -Infinity) || number > (prop.max ?? Infinity))
      return wrong(`“${name}” goes from ${prop.min} to ${prop.max}, not ${number}`)
    return []
  }
  if (typeof value !== 'string') return wrong(`“${name}” is text`, `write ${name}="…"`)
  if (value.trim() === '') return wrong(`“${name}” is empty`)
  if (prop.type === 'figure' && !Object.hasOwn(figures, value))
    return [
      {
        ...place,
        rule: 'figures/unknown',
        message: `there is no figure “${value}”`,
        ...didYouMean(value, Object.keys(figures)),
      },
    ]
  return []
}

/** `l1={true}` and `l1="true"` say what `l1` says. */
function plainFlag(name: string, value: NonNullable<Attribute['value']>): Fix | undefined {
  const was = typeof value === 'string' ? `"${value}"` : `{${value.value}}`
  return /^["{]true["}]$/.test(was) ? { was: `${name}=${was}`, put: name } : undefined
}

function inBraces(value: Attribute['value']): Fix | undefined {
  return typeof value === 'string' && /^\d+$/.test(value)
    ? { was: `"${value}"`, put: `{${value}}` }
    : undefined
}

function missing(name: string, { props, exactlyOne, together }: Component, node: Node): Finding[] {
  const given = new Set(node.attributes?.map((each) => each.name))
  const findings = Object.entries(props)
    .filter(([key, prop]) => prop.required && !given.has(key))
    .map(([key, prop]) => ({ message: `<${name}> needs “${key}”: ${prop.about}` }))
  if (exactlyOne && exactlyOne.filter((key) => given.has(key)).length !== 1)
    findings.push({ message: `<${name}> needs exactly one of ${exactlyOne.join(', ')}` })
  if (together && given.has(together[1]) && !given.has(together[0]))
    findings.push({ message: `“${together[1]}” says nothing without “${together[0]}”` })
  return findings.map((each) => ({ ...placeOf(node), rule: 'prose/missing-prop', ...each }))
}
