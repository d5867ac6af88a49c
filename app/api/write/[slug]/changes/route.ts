import { read, refuse } from '#lib/action.ts'
import { openSource } from '#lib/content/workbench.ts'
import { versionOf } from '#lib/content/source-version.ts'

/** How often a file is looked at, in ms: an edit is to be seen within a second. */
const PACE = 100
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
    let timer: NodeJS.Timeout | undefined
    const body = new ReadableStream({
      async start(controller) {
        let last = await versionOf(slug)
        let quiet = 0
        const look = async () => {
          const now = await versionOf(slug)
          quiet += PACE
          if (request.signal.aborted) return
          if (now !== last) controller.enqueue(encoder.encode(`data: ${await isSound(slug)}\n\n`))
          else if (quiet >= HEARTBEAT) controller.enqueue(encoder.encode(': here\n\n'))
          if (now !== last || quiet >= HEARTBEAT) quiet = 0
          last = now
          timer = setTimeout(look, PACE)
        }
        timer = setTimeout(look, PACE)
        request.signal.addEventListener('abort', () => {
          clearTimeout(timer)
          controller.close()
        })
      },
      cancel: () => clearTimeout(timer),
    })
    return new Response(body, {
      headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' },
    })
  },
)

async function isSound(slug: string): Promise<boolean> {
  return ((await openSource(slug))?.file.question ?? null) !== null
}
