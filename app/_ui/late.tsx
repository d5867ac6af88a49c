import {
  type ComponentType,
  lazy,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { gate, persist } from './gate.ts'

/**
 * A part of a page that the server draws in its HTML and that comes to life when a reader comes near.
 * Until then its code is not fetched. Its style sheets must be imported where `late` is called: they
 * have to be there before the code is.
 *
 * It is a root of its own. Within the page's tree it would be a boundary that waits for its code, and
 * React holds back every refresh of a page with a waiting boundary in it, perhaps for ever; a Suspense
 * boundary of some size is also moved out of the HTML's order, and not seen without JavaScript. So
 * nothing inside may use the page's contexts (the router among them) or `useId`. A button that is pressed
 * before the part has come to life is pressed again for the reader as soon as it has.
 * @param prepare what has to be there, besides the code, before the first drawing in the browser
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  prepare?: (props: Props) => Promise<void>,
): ComponentType<Props> {
  const near = gate(load)
  const OnServer = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>

  return function Late(props: Props) {
    const place = useRef<HTMLDivElement>(null)
    const root = useRef<Root>(undefined)
    const [Part, setPart] = useState<ComponentType<Props>>()

    useEffect(
      () =>
        near.watch(place.current!, async (loaded) => {
          if (prepare) await persist(() => prepare(props))
          setPart(() => loaded)
        }),
      // oxlint-disable-next-line react/exhaustive-deps -- once, for what it begins with
      [],
    )
    // Before the event that changed them is over: a field inside that is given its value from outside would
    // else be set back to the old one after each key, and "1." never become "1.7".
    useLayoutEffect(() => {
      if (!Part) return
      const part = (
        <Alive in={place.current!}>
          <Part {...props} />
        </Alive>
      )
      root.current = draw(root.current, place.current!, part)
    })
    // React refuses to take down a root while it draws another.
    useEffect(() => () => void setTimeout(() => root.current?.unmount()), [])

    return typeof window === 'undefined' ? (
      <div>
        <OnServer {...props} />
      </div>
    ) : (
      <div ref={place} suppressHydrationWarning dangerouslySetInnerHTML={untouched} />
    )
  }
}

/** Presses the button that a reader pressed in this place when nothing answered yet (theme.ts notes it). */
function Alive({ in: place, children }: { in: HTMLElement; children: ReactNode }) {
  useEffect(() => {
    const { pressed } = document.documentElement as { pressed?: HTMLElement | null }
    if (pressed && place.contains(pressed)) pressed.click()
    place.setAttribute('data-alive', '') // for tests
  }, [place])
  return children
}

/** Says that what is inside is nobody's here: React neither reads nor changes it. */
const untouched = { __html: '' }

function draw(root: Root | undefined, place: HTMLElement, part: ReactNode): Root {
  if (root === undefined && place.hasChildNodes())
    // Left before it has come to life, a part is nobody's trouble; anything else is to be heard of.
    return hydrateRoot(place, part, {
      onRecoverableError: (error) => place.isConnected && reportError(error),
    })
  const present = root ?? createRoot(place)
  present.render(part)
  return present
}
