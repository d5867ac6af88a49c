// Ends with 0 when the server on this machine is ready for readers: what a container's health check asks.
import { address } from './environment.mjs'

const TIMEOUT = 2000

try {
  const { port } = address()
  const answer = await fetch(`http://127.0.0.1:${port}/api/ready`, {
    signal: AbortSignal.timeout(TIMEOUT),
  })
  console.log(`${answer.status} ${await answer.text()}`)
  process.exitCode = answer.ok ? 0 : 1
} catch (error) {
  console.log(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
