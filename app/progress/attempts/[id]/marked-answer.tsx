import { CheckIcon, CrossIcon } from '#app/_ui/icon.tsx'
import type { MarkedRubric } from '#lib/study/open-attempt.ts'
import styles from './attempt.module.css'

const levelNames = { intern: 'intern', mid: 'mid', senior: 'senior' }

/** An answer in words with what its writer found in it. */
export function MarkedAnswer({ asked, rubric }: { asked: string; rubric: MarkedRubric }) {
  return (
    <>
      <p className={styles.asked}>{asked}</p>
      <blockquote className={styles.words}>{rubric.text}</blockquote>
      <h2 className="label">Marked at the level of a {levelNames[rubric.level]}</h2>
      <ul className={styles.points}>
        {rubric.points.map(({ text, weight, mark, words }) => (
          <li key={text}>
            {mark === 'missed' ? <CrossIcon /> : <CheckIcon />}
            <span>
              {text}
              <small>
                {mark === 'quoted' && `Quoted: ${words.map((each) => `“${each}”`).join(', ')}`}
                {mark === 'ticked' && 'Ticked, without words: counts as perhaps'}
                {mark === 'missed' && 'Missed'}
                {` · weight ${weight}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
