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
    ],
    afterFiles: [],
    fallback: [],
  }),
  serverExternalPackages: ['@node-rs/argon2', '@mdx-js/mdx', 'pg', 'pino'],
}

export default config
