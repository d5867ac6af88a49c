import { demos } from '#app/demos/index.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { questions, topics } from '#lib/content/questions.ts'
import { FirstWay } from './first-way.tsx'
import styles from './home.module.css'
import { HowItGoes } from './how-it-goes.tsx'
import { Returning } from './returning.tsx'
import { TopicIndex } from './topic-index.tsx'

const Geometry = demos.geometry

/** The question that the page is about: it has the figure that stands here. */
const shown = 'reg-0001'

/**
 * Two openings in one static page. <html data-returning>, which the script in <head> sets before
 * anything is painted, decides which is seen.
 */
export default async function HomePage() {
  const all = [...(await questions()).values()]
  const first = all.find(({ id }) => id === shown) ?? all[0]
  return (
    <div className="page">
      <Returning />
      <div className={styles.first}>
        <div className={styles.opening}>
          <h1>Interview questions, with the working shown</h1>
          <div>
            <p>
              Data science and machine learning questions you can take apart. Answer first. Then
              move the figure until the reason is plain, and mark what you said against a rubric.
            </p>
            <div className={styles.ways}>
              {first && <FirstWay slug={first.slug} />}
              {all.length > 1 && <ButtonLink href="/questions">Browse all {all.length}</ButtonLink>}
            </div>
          </div>
        </div>
        <h2 className="visually-hidden">A figure to try</h2>
        <Geometry title="Two methods have the same budget. Why does one of them drop a predictor?">
          <ul>
            <li>
              The L1 answer sits on a corner of its diamond, so one coefficient is exactly zero.
            </li>
            <li>The L2 answer touches its disc off the axes, and keeps both.</li>
            <li>Drag the OLS point around: L1 sticks to the corner, L2 slides.</li>
          </ul>
        </Geometry>
        {first && <HowItGoes question={first} />}
      </div>
      <TopicIndex questions={all} topics={await topics()} />
    </div>
  )
}
