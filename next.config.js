/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check` with the same compiler; twice would cost a minute of each start.
  typescript: { ignoreBuildErrors: true },
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
    ],
    afterFiles: [],
    fallback: [],
  }),
  serverExternalPackages: ['@node-rs/argon2', '@mdx-js/mdx', 'pg', 'pino'],
}

export default config
