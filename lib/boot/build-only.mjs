// Builds the site, unless it is built, and nothing else: what an image does while it is made.
import { buildIfStale } from './build.mjs'
import { explain } from './progress.mjs'

Object.assign(process.env, { NODE_ENV: 'production' })
try {
  console.log(`build: ${await buildIfStale()}`)
} catch (error) {
  explain(error)
  process.exitCode = 1
}
