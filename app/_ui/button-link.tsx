import type { ComponentProps } from 'react'
import { buttonClass, type ButtonLook, withKeys } from './button.tsx'
import { Link } from './link.tsx'

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({
  look,
  keys,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & ButtonLook) {
  return (
    <Link {...rest} className={buttonClass(look, className)}>
      {withKeys(children, keys)}
    </Link>
  )
}
