'use client'

import { useEffect, useState } from 'react'
import { fetchJson } from '#app/_progress/brief.ts'
import { count, longDay, percent, percents } from '#app/_progress/words.ts'
import styles from '#app/about/about.module.css'
import type { Progress } from '#lib/study/open-progress.ts'

type Part = keyof typeof sentences

/** The reader's own numbers under a formula. One request serves every part of the page. */
export function OwnNumbers({ part }: { part: Part }) {
  const [words, setWords] = useState('')
  useEffect(() => {
    void (asked ??= fetchJson<Progress>('/api/me/progress')).then((progress) =>
      setWords(progress ? sentences[part](progress) : 'Your own numbers could not be loaded.'),
    )
    return () => {
      asked = undefined
    }
  }, [part])
  return (
    <p className={`js-only ${styles.own}`}>
      <b>Yours.</b> {words}
    </p>
  )
}

let asked: Promise<Progress | null> | undefined

const sentences = {
  mastery({ topics }: Progress) {
    const known = topics.filter(({ estimate }) => estimate !== null)
    if (known.length === 0) return 'No topic of yours has four graded answers yet.'
    return known
      .map(({ title, answers, estimate }) => {
        const { a, b, median, low, high } = estimate!
        return `${title}: ${count(answers, 'answer')}, Beta(${a.toFixed(2)}, ${b.toFixed(2)}), median ${percent(median)}, interval ${percents(low, high)}.`
      })
      .join(' ')
  },
  calibration({ calibration: { bins, inWords } }: Progress) {
    const answers = bins.reduce((sum, bin) => sum + bin.answers, 0)
    return answers === 0 ? 'No answer with a confidence yet.' : inWords
  },
  forecast({ interview: { on, expected, plan, target } }: Progress) {
    if (on === null) return 'You have not given a date; Progress asks for it.'
    if (expected === null) return 'There is no card yet to look ahead with, or the date has passed.'
    const planned = plan
      ? ` The smallest plan for ${percent(target)}: ${count(plan.reviews, 'review')}.`
      : ''
    return `On ${longDay(on)}, ${percent(expected.expected)} of ${count(expected.cards, 'card')} is to be expected, ${percents(expected.low, expected.high)}.${planned}`
  },
}
