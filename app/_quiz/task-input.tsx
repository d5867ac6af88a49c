import { useEffect, useMemo, useRef, useState } from 'react'
import { demos } from '#app/demos/index.tsx'
import type { AskedTask } from '#lib/quiz/kinds/task.ts'

/**
 * The figure in which a goal is to be reached. It begins in the state `value` and is in the reader's
 * hands from then on: what it comes to is told, and no later `value` moves it.
 */
export function TaskInput({
  item,
  value,
  onChange,
  isDone = false,
}: {
  item: AskedTask
  value: string
  onChange: (state: string) => void
  isDone?: boolean
}) {
  const [begin] = useState(value)
  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })
  const stands = useRef<string>(undefined)
  const Figure = demos[item.demo]
  // The same element each time: it draws itself, and is not to be drawn again for every step it tells.
  return useMemo(() => {
    function onState(encoded: string) {
      const isMoved = stands.current !== undefined && stands.current !== encoded
      stands.current = encoded
      if (isMoved) tell.current(encoded)
    }
    return <Figure state={begin} name={`task-${item.id}`} locked={isDone} onState={onState} />
  }, [Figure, begin, item.id, isDone])
}
