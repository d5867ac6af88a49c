/** Called once when a server starts: what has to happen without anybody asking for it. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  // A setting that is wrong ends the start with its name, not the first request with an apology.
  const { env } = await import('#lib/env.ts')
  try {
    env()
  } catch (error) {
    // Next would only say so and go on: lib/boot/serve.mjs ends it.
    Object.assign(globalThis, { ridgelineMisfit: (error as Error).message })
    return
  }
  const { sweep } = await import('#app/api/interviews/sweep.ts')
  sweep()
  const { announce } = await import('#app/api/people/announce.ts')
  await announce()
}
