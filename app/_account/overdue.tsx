import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Notice } from '#app/_ui/notice.tsx'

/** A mailed link that is good for nothing any more, what that leaves, and the way on. */
export function Overdue({ href, way, children }: { href: string; way: string; children: string }) {
  return (
    <>
      <Notice tone="warn" title="This link does not work any more.">
        <p>It was used already, a newer one was sent, or its 30 minutes are over. {children}</p>
      </Notice>
      <p>
        <ButtonLink look="primary" href={href}>
          {way}
        </ButtonLink>
      </p>
    </>
  )
}
