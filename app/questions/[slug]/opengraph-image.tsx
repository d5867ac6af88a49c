import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { notFound } from 'next/navigation'
import { ImageResponse } from 'next/og'
import { ridges } from '#app/_ui/mark.tsx'
import { questions } from '#lib/content/questions.ts'
import { drawable } from './drawable.ts'

export const alt = 'The question, as its page asks it'
export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'
/**
 * Drawn when somebody asks for it: while building, the pictures of thousands of questions would take a
 * third of the time, and few are ever shared.
 */
export const dynamic = 'force-dynamic'

/** --paper and --ink of tokens.css in the light, in 8-bit sRGB. */
const colours = { paper: '#f7fbfa', ink: '#14272c' }
/** The display face of the pages, unpacked: this renderer reads no woff2. Licence: app/fonts/OFL.txt */
const FONT = join(process.cwd(), 'app/fonts/ridgeline-serif-display.ttf')

/** What is shown of a question where somebody shares its address: its title, and whose it is. */
export default async function Image({ params }: { params: Promise<{ slug: string }> }) {
  const title = (await questions()).get((await params).slug)?.title
  if (title === undefined) notFound()
  const kept = drawn.get(title) ?? draw(title)
  drawn.set(title, kept)
  if (drawn.size > KEPT) drawn.delete(drawn.keys().next().value!)
  // What failed is tried again when it is asked for again.
  kept.catch(() => drawn.delete(title))
  const headers = { 'Content-Type': contentType, 'Cache-Control': `public, max-age=${DAY}` }
  return new Response(await kept, { headers })
}

/** In seconds. The title is in the picture, not in its address. */
const DAY = 24 * 60 * 60
/** Some 60 kB each, by title. */
const KEPT = 200
const drawn = new Map<string, Promise<ArrayBuffer>>()

async function draw(title: string): Promise<ArrayBuffer> {
  const picture = new ImageResponse(
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: 80,
        background: colours.paper,
        color: colours.ink,
        fontFamily: 'Ridgeline Serif Display',
      }}
    >
      <div style={{ fontSize: 68, lineHeight: 1.16, letterSpacing: '-0.014em' }}>
        {drawable(title)}
      </div>
      <div style={{ display: 'flex', alignItems: 'center', gap: 20, fontSize: 36 }}>
        <svg width="64" height="64" viewBox="0 0 24 24">
          {ridges.map((path) => (
            <path
              key={path}
              d={path}
              fill={colours.paper}
              stroke={colours.ink}
              strokeWidth="1.7"
              strokeLinejoin="round"
            />
          ))}
        </svg>
        Ridgeline
      </div>
    </div>,
    {
      ...size,
      fonts: [
        {
          name: 'Ridgeline Serif Display',
          data: await readFile(FONT),
          weight: 400,
          style: 'normal',
        },
      ],
    },
  )
  return picture.arrayBuffer()
}
