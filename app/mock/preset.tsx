import { Link } from '#app/_ui/link.tsx'

/** An interview that is ready to be started: the next page shows what it holds. */
export function Preset({
  title,
  about,
  blueprint,
}: {
  title: string
  about: string
  blueprint: string
}) {
  return (
    <li>
      <Link href={blueprint === '' ? '/mock/new' : `/mock/new?blueprint=${blueprint}`}>
        {title}
      </Link>
      <p className="small muted">{about}</p>
    </li>
  )
}
