import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// Prisma's command line would download a native schema engine, which a closed network does not let
// through. Ours speaks the same protocol over the engine's WebAssembly build from npm.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(
  new URL('lib/boot/schema-engine.mjs', import.meta.url),
)

const url = process.env['DATABASE_URL']

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'tsx --conditions=react-server prisma/seed.ts' },
  // Nothing connects while the client is generated, and then no address is needed.
  ...(url && { datasource: { url } }),
})
