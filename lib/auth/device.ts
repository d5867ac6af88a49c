import 'server-only'
import { headers } from 'next/headers'
import { userAgentFromString } from 'next/server'

/** What the browser that asks says it is, for its owner to know it by among others. */
export async function thisDevice(): Promise<string | null> {
  return deviceName((await headers()).get('user-agent'))
}

/** "Firefox on Linux"; of the rest of what a browser says of itself nothing is kept. */
export function deviceName(userAgent: string | null): string | null {
  const { browser, os } = userAgentFromString(userAgent?.slice(0, 500))
  const known = [browser.name, os.name].filter((name) => name !== undefined)
  return known.length > 0 ? known.join(' on ') : null
}
