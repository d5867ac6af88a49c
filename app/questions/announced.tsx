import { useEffect, useState } from 'react'

const PAUSE = 700

/** Says a text to a screen reader once it has stood for a while; what stood there from the start is not said. */
export function Announced({ text }: { text: string }) {
  const [first] = useState(text)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (text === first && said === '') return
    const timer = setTimeout(() => setSaid(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text, first, said])
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  )
}
