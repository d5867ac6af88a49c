import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // `server-only` throws but under this condition, which Next gives to server code.
  ssr: {
    resolve: {
      conditions: ['react-server', 'node', 'module'],
      externalConditions: ['react-server'],
    },
  },
  test: {
    include: ['lib/**/*.test.ts', 'app/**/*.test.ts', 'app/**/*.test.tsx', 'e2e/gallery/*.test.ts'],
    environment: 'node',
    // By default it leaves a core to somebody else, which of two is half.
    maxWorkers: availableParallelism(),
    setupFiles: 'lib/fuzz-seed.ts',
    // No test is about time: a slow machine shall not fail one (benchmarks measure).
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
