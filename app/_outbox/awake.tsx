'use client'

import { useEffect } from 'react'
import { isHolding } from './ahead.ts'
import { late } from './later.ts'

/** On every page: what an earlier one has left on the device, or another tab keeps, is seen to. */
export function Awake() {
  useEffect(() => {
    const look = () => {
      if (isHolding()) void late()
    }
    look()
    addEventListener('storage', look)
  }, [])
  return null
}
