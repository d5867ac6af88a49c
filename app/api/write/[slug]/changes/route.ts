import { read, refuse } from '#lib/action.ts'
import { isSound, onChange, versionOf } from '#lib/content/source-version.ts'

/** How often a file is looked at, in ms, where the system does not tell that it was saved. */
const PACE = 250
/** An editor that writes in pieces has done so after so long, in ms. */
const REST = 10
/** A line now and then keeps the connection, in ms. */
const HEARTBEAT = 15_000

/**
 * Says when the file has changed, as server-sent events: `true` if its front matter can be read, so that
 * there is a page to be drawn. Only where files are edited.
 */
export const GET = read(
  { name: 'write.changes', who: 'nobody', pace: 'free', params: { slug: 'slug' } },
  async ({ params, request }) => {
    if (process.env.NODE_ENV !== 'development')
      return refuse(404, 'not-found', 'Files are watched by the development server only.')
    const slug = params.slug
    const encoder = new TextEncoder()
    let end = () => {}
    const body = new ReadableStream({
      async start(controller) {
        const say = (line: string) => controller.enqueue(encoder.encode(`${line}\n\n`))
        end = await follow(slug, say)
        request.signal.addEventListener('abort', () => {
          end()
          controller.close()
        })
      },
      cancel: () => end(),
    })
    return new Response(body, {
      headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' },
    })
  },
)

/** Says each change once, and a remark now and then. @returns how to stop */
async function follow(slug: string, say: (line: string) => void): Promise<() => void> {
  let last = await versionOf(slug)
  let spoken = performance.now()
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  let isAsked = false
  const look = async () => {
    isAsked = false
    const now = await versionOf(slug)
    const line = now !== last ? `data: ${await isSound(slug)}` : ': here'
    if (isOver) return
    if (now !== last || performance.now() - spoken >= HEARTBEAT) {
      last = now
      spoken = performance.now()
      say(line)
    }
    next(isAsked ? REST : PACE)
  }
  const next = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), ms)
  }
  const unwatch = await onChange(slug, () => {
    isAsked = true
    next(REST)
  })
  next(PACE)
  return () => {
    isOver = true
    clearTimeout(timer)
    unwatch()
  }
}
