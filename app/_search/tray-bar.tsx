import { useEffect, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { chosenBlueprint, encodeBlueprint, MOST_CHOSEN } from '#lib/interview/blueprint.ts'
import { emptyTray, toggleInTray, useTray } from './tray.ts'
import styles from './tray.module.css'

/**
 * What has been chosen for the next interview, at the foot of a list, and the key that chooses: M puts
 * the question that has the focus in, or takes it out. Not there while nothing is chosen.
 */
export function TrayBar() {
  const chosen = useTray()
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const row = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-row]')
      if (event.key !== 'm' || !row || isElsewhere(event)) return
      event.preventDefault()
      const { row: id = '', minutes } = row.dataset
      setFull(!toggleInTray({ id, minutes: Number(minutes) }))
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])

  const minutes = chosen.reduce((sum, each) => sum + each.minutes, 0)
  const count = `In this mock: ${chosen.length}`
  return (
    <div className={styles.place}>
      <p role="status" className="visually-hidden">
        {isFull ? `${count}. It is full.` : chosen.length > 0 && count}
      </p>
      {chosen.length > 0 && (
        <div className={styles.bar} data-tray="">
          <p>
            <b>{count}</b>
            <span className="muted">
              {isFull ? ` · ${MOST_CHOSEN} are the most` : ` · about ${minutes} min`}
            </span>
          </p>
          <Button look="bare" onClick={emptyTray}>
            Take all out
          </Button>
          <ButtonLink
            look="primary"
            href={`/mock/new?blueprint=${encodeBlueprint(chosenBlueprint(chosen))}`}
          >
            Create this interview
          </ButtonLink>
        </div>
      )}
    </div>
  )
}

/** As for every shortcut of one key: not with a modifier, and only if they are on. */
function isElsewhere({ ctrlKey, metaKey, altKey, isComposing, defaultPrevented }: KeyboardEvent) {
  const isOff = document.documentElement.dataset['keys'] === 'off'
  return isOff || ctrlKey || metaKey || altKey || isComposing || defaultPrevented
}
