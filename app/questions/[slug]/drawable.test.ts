import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawable } from './drawable.ts'

test.each([
  ['How is λ chosen, and is it α?', 'How is lambda chosen, and is it alpha?'],
  ['Is R² fair to Rényi – or not?', 'Is R² fair to Rényi – or not?'],
  ['Łukasz’s ∑ of ≥ 3', 'ukasz’s  of  3'],
])('%s is drawn as %s', (text, drawn) => {
  expect(drawable(text)).toBe(drawn)
})

test('the font that is shipped is plain TrueType, which the renderer reads', () => {
  const font = readFileSync('app/fonts/ridgeline-serif-display.ttf')
  expect(font.readUInt32BE(0)).toBe(0x00010000)
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, nth) =>
    font.toString('latin1', 12 + 16 * nth, 16 + 16 * nth),
  )
  expect(tables).toContain('glyf')
  expect(tables).not.toContain('fvar')
})
