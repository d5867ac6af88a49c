import 'server-only'
import { headers } from 'next/headers'
import { siteUrl } from './env.ts'

/**
 * Where the site is, for texts that leave it: as it was told (then what asks is static), or else as it
 * was asked, which makes what asks dynamic.
 */
export async function address(): Promise<string> {
  const told = siteUrl()
  if (told !== null) return told
  const asked = await headers()
  const host = asked.get('x-forwarded-host') ?? asked.get('host') ?? 'localhost'
  return `${asked.get('x-forwarded-proto') ?? 'http'}://${host}`
}
