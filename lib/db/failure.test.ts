import { expect, test } from 'vitest'
import { isDatabaseAway, isDuplicate, isRetriable } from './failure.ts'

const nested = { cause: { meta: { driverAdapterError: { cause: { originalCode: '40P01' } } } } }

test.each([
  [{ code: 'ECONNREFUSED' }, true],
  [{ cause: { originalCode: '57P01' } }, true],
  [{ code: 'P1001' }, true],
  [new Error('Connection terminated unexpectedly'), true],
  [new Error('timeout exceeded when trying to connect'), true],
  // Found by killing PostgreSQL under load: a connection of the pool that its server has just ended.
  [new Error('Client has encountered a connection error and is not queryable'), true],
  [new Error('Client was closed and is not queryable'), true],
  [{ code: 'P2010', meta: { driverAdapterError: { cause: { kind: 'ConnectionClosed' } } } }, true],
  [{ code: '23505' }, false],
  [{ code: 'P2010', meta: { driverAdapterError: { cause: { kind: 'postgres' } } } }, false],
  [new Error('anything else'), false],
  [null, false],
  ['ECONNREFUSED', false],
])('%#: away is %j → %s', (error, expected) => {
  expect(isDatabaseAway(error)).toBe(expected)
})

test('retriable and duplicate are found however deep', () => {
  expect(isRetriable(nested)).toBe(true)
  expect(isRetriable({ code: '40001' })).toBe(true)
  expect(isRetriable({ code: 'P2002' })).toBe(false)
  expect(isDuplicate({ code: 'P2002' })).toBe(true)
})
