import type { MetadataRoute } from 'next'
import { address } from '#lib/address.ts'

/** What is somebody's own is nobody else's to find. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/api/', '/account', '/mock/', '/progress', '/review', '/reset/', '/confirm/'],
    },
    sitemap: `${await address()}/sitemap.xml`,
  }
}
