/** Called once when a server starts: what has to happen without anybody asking for it. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { sweep } = await import('#app/api/interviews/sweep.ts')
  sweep()
}
