'use client'

import { useEffect } from 'react'
import { isHolding } from './ahead.ts'
import { late } from './later.ts'

/** On every page: what an earlier one has left on the device is delivered. */
export function Awake() {
  useEffect(() => {
    if (isHolding()) void late()
  }, [])
  return null
}
