import type { MetadataRoute } from 'next'
import { address } from '#lib/address.ts'
import { sitePlaces } from '#lib/content/site-map.ts'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const site = await address()
  return (await sitePlaces()).map(({ path, updated }) => ({
    url: site + path,
    ...(updated && { lastModified: updated }),
  }))
}
