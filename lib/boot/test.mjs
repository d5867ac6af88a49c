// npm test and npm run check (--quick): every check that there is, on a fresh clone too. Ends with
// the line `N passed, N failed`, which adds up the tests and the checks, and exits 1 if any failed.
import { explain } from './progress.mjs'
import { openSuite } from './suite.mjs'

Object.assign(process.env, { NODE_ENV: 'test' })
try {
  const { passed, failed } = await openSuite(process.argv.includes('--quick'))
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
} catch (error) {
  explain(error)
  console.log('\n0 passed, 1 failed')
  process.exit(1)
}
