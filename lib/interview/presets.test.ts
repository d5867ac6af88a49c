import { expect, test } from 'vitest'
import type { BankQuestion } from './bank.ts'
import { encodeBlueprint } from './blueprint.ts'
import { companyBlueprint, companyPresets } from './presets.ts'

const question = (encounters: BankQuestion['encounters']) => ({ encounters }) as BankQuestion

test('one for each company and role, with the levels at which it was asked', () => {
  const bank = [
    question([{ company: 'microsoft', role: 'data-scientist', level: 'senior' }]),
    question([]),
    question([
      { company: 'microsoft', role: 'data-scientist', level: 'intern' },
      { company: 'microsoft', role: 'research-scientist' },
    ]),
  ]
  const presets = companyPresets(bank)
  expect(presets).toEqual([
    { company: 'microsoft', role: 'data-scientist', levels: ['intern', 'senior'], sourced: 2 },
    { company: 'microsoft', role: 'research-scientist', levels: [], sourced: 1 },
  ])
  expect(presets.map((preset) => encodeBlueprint(companyBlueprint(preset)))).toEqual([
    '1.role~data-scientist_company~microsoft_levels~intern,senior',
    '1.role~research-scientist_company~microsoft',
  ])
})
