import { availableParallelism } from 'node:os'
import { retiredAddresses } from './lib/boot/retired.mjs'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // It would lie on the list of problems of /write/[slug]; errors are shown without it.
  devIndicators: false,
  // Nothing here is an image that would be made smaller on demand: no program that does so stands open.
  images: { unoptimized: true },
  // Types are checked by `npm run check` with the same compiler; twice would cost a minute of each start.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // While pages are drawn nothing else is done: of two cores Next would leave one idle.
    cpus: availableParallelism(),
    staticGenerationMaxConcurrency: 2,
    // What every page loads first is 115 kB of framework, so what of that is never used is left out:
    // exports of its modules that nothing reads, and the guessing of routes, for prefetched links alone.
    turbopackCjsTreeShaking: true,
    optimisticRouting: false,
    // A server would copy each page that it is asked for to another folder, and answer with that copy
    // even when the page has been drawn anew since: with what it said, and under the wrong policy.
    isrFlushToDisk: false,
  },
  // A figure's own page is static; one in the state of its address is drawn for that request.
  rewrites: async () => ({
    beforeFiles: [
      {
        source: '/demos/:id',
        has: [{ type: 'query', key: 's' }],
        destination: '/demos/:id/drawn',
      },
      // The list of questions likewise, when its address asks for something (lib/search/filters.ts).
      ...['q', 'topic', 'status', 'level', 'kind', 'role', 'company', 'demo', 'show'].map(
        (key) => ({
          source: '/questions',
          has: [{ type: /** @type {const} */ ('query'), key }],
          destination: '/questions/found',
        }),
      ),
      ...Array.from(retiredAddresses(), ([source, slug]) => ({
        source,
        destination: `/questions/retired/${slug}`,
      })),
    ],
    afterFiles: [],
    fallback: [],
  }),
  serverExternalPackages: ['cspell-lib', '@node-rs/argon2', '@mdx-js/mdx', 'satteri', 'pg', 'pino'],
}

export default config
