import 'server-only'
import { topics as allTopics, type Question, type Topic } from '#lib/content/questions.ts'
import { gradedAttempts, type GradedRow } from '#lib/db/history.ts'
import { notesOf } from '#lib/db/note-list.ts'
import { agenda, type DayAhead } from '#lib/learning/agenda.ts'
import { type Bin, calibration, calibrationInWords } from '#lib/learning/calibration.ts'
import { type Day, daysBetween, dayOf, plusDays } from '#lib/learning/day.ts'
import { evidence, forCalibration, forMastery, type Graded } from '#lib/learning/evidence.ts'
import { type Mastery, masteryOf } from '#lib/learning/mastery.ts'
import { type Brief, briefOf } from './open-brief.ts'
import { forecastOf, type InterviewForecast } from './open-forecast.ts'
import { type Standing, standingOf } from './standing.ts'

/** Everything that the page on progress shows but the history, which comes in pages of its own. */
export type Progress = {
  today: Brief
  /** graded answers that count, and how many of them are on which topic */
  answers: number
  topics: TopicMastery[]
  ahead: DayAhead[]
  strip: Strip
  calibration: { bins: Bin[]; inWords: string }
  interview: InterviewForecast
  habitHidden: boolean
  notes: NoteLine[]
}

/** Estimates first, the highest median at the front; then what has none yet. */
export type TopicMastery = { title: string; answers: number; estimate: Mastery | null }

/** Reviews a day, from a Monday to today. */
export type Strip = { from: Day; counts: number[] }

export type NoteLine = { slug: string; title: string; words: string; updatedAt: string }

const weeks = 12
const daysAhead = 14

/** @param userId null for somebody unknown, who has done nothing yet */
export async function openProgress(userId: string | null, now: Date): Promise<Progress> {
  const [standing, rows, notes, tree] = await Promise.all([
    standingOf(userId, now, 7 * weeks),
    userId === null ? [] : gradedAttempts(userId),
    userId === null ? [] : notesOf(userId, 50),
    allTopics(),
  ])
  const { settings, bank, waiting, queue } = standing
  const { timeZone, dailyMinutes: cap } = settings
  const topicOf = (id: string) => tree.get(bank.get(id)?.topic ?? '')
  const counted = evidence(rows.map(gradedOf), timeZone)
  const bins = calibration(forCalibration(counted))
  const mastered = topicsOf([...bank.values()], tree, forMastery(counted), now)
  return {
    today: briefOf(standing, now),
    answers: mastered.reduce((sum, { answers }) => sum + answers, 0),
    topics: mastered,
    ahead: agenda(waiting, { now, timeZone, cap, firstDay: queue.now, length: daysAhead }),
    strip: stripOf(standing, now),
    calibration: { bins, inWords: calibrationInWords(bins) },
    interview: forecastOf(standing, topicOf, now),
    habitHidden: settings.habitHidden,
    notes: notes.flatMap(({ questionId, text, updatedAt }) => {
      const question = bank.get(questionId)
      if (question === undefined || text.trim() === '') return []
      const { slug, title } = question
      return [{ slug, title, words: firstWords(text), updatedAt: updatedAt.toISOString() }]
    }),
  }
}

/** Every topic that has a question in the bank. */
function topicsOf(
  bank: readonly Question[],
  tree: ReadonlyMap<string, Topic>,
  counted: readonly Graded[],
  now: Date,
): TopicMastery[] {
  const topicOfQuestion = new Map(bank.map(({ id, topic }) => [id, topic]))
  const topicOf = ({ itemId }: Graded) => topicOfQuestion.get(itemId.slice(0, itemId.indexOf('/')))
  return [...tree.values()]
    .filter(({ id }) => bank.some(({ topic }) => topic === id))
    .map(({ id, title }) => {
      const answers = counted.filter((each) => topicOf(each) === id)
      return { title, answers: answers.length, estimate: masteryOf(answers, now) }
    })
    .toSorted((a, b) => (b.estimate?.median ?? -1) - (a.estimate?.median ?? -1))
}

/** Twelve columns of weeks, the last of them the present one. */
function stripOf({ reviews, settings }: Standing, now: Date): Strip {
  const { timeZone } = settings
  const today = dayOf(now, timeZone)
  const from = plusDays(today, -weekday(today) - 7 * (weeks - 1))
  const counts = Array.from({ length: daysBetween(from, today) + 1 }, () => 0)
  for (const { at } of reviews) {
    const nth = daysBetween(from, dayOf(at, timeZone))
    if (nth >= 0) counts[nth]!++
  }
  return { from, counts }
}

/** 0 for Monday. */
function weekday(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

export function gradedOf({ receivedAt, grader, ...row }: GradedRow): Graded {
  return { ...row, at: receivedAt, byMachine: grader === 'server' }
}

/** Without the signs of Markdown at the head of a line, and around words. */
function firstWords(text: string): string {
  const words = text
    .replace(/^\s*(#{1,6}|[-*+>]|\d{1,3}[.)]|```\w*)\s+/gm, '')
    .replace(/\[([^\]]+)\]\([^()\s]+\)/g, '$1')
    .replace(/(\*\*|\*|`)(?=\S)([^*`]+)\1/g, '$2')
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 157).trimEnd()}…` : line
}
