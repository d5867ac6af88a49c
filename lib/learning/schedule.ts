import { createEmptyCard, type FSRS, fsrs, generatorParameters, type Card as Memory } from 'ts-fsrs'
import type { Card, CardName, Grade } from './card.ts'

/**
 * FSRS with its default weights and a wanted recall of 90 %. Nothing is random, so that history
 * gives the same dates each time it is replayed. Reading a question through is more than a glance
 * at a flash card: one step of ten minutes, where the default has one and ten.
 */
const scheduler: FSRS = fsrs(
  generatorParameters({
    enable_fuzz: false,
    learning_steps: ['10m'],
  }),
)

/** The power with which recall falls: R = (1 + f·t/S)^−decay, f such that R = 0.9 at t = S. */
export const decay = scheduler.parameters.w[20]!

/** A card that has never been reviewed; due at once. */
export function newCard(name: CardName, now: Date): Card {
  return fromMemory(name, createEmptyCard(now))
}

/** The card after a review at `now`; a clock that was set back counts as no time at all. */
export function review(card: Card, grade: Grade, now: Date): Card {
  const at = card.lastReview && card.lastReview > now ? card.lastReview : now
  return fromMemory(card, scheduler.next(toMemory(card), at, grade).card)
}

/** The same card on a date that the reader chose. Memory is not touched: only its next date. */
export function moved(card: Card, due: Date): Card {
  return { ...card, due }
}

/** @returns probability in [0, 1] that the card is recalled at `now`; 0 for one never reviewed */
export function recall(card: Card, now: Date): number {
  if (card.lastReview === null || card.stability <= 0) return 0
  return scheduler.forgetting_curve(days(card.lastReview, now), card.stability)
}

/**
 * The grade that a score suggests; the reader may choose another. Easy is for the reader alone.
 * @param score in [0, 1], the quoted end of a range
 */
export function proposedGrade(score: number): Grade {
  if (score < 0.5) return 1
  return score < 0.8 ? 2 : 3
}

/** Days between, not rounded, never negative: a clock that was set back is no time at all. */
export function days(from: Date, to: Date): number {
  return Math.max(0, (to.getTime() - from.getTime()) / 86_400_000)
}

function toMemory(card: Card): Memory {
  return {
    due: card.due,
    stability: card.stability,
    difficulty: card.difficulty,
    elapsed_days: 0,
    scheduled_days: card.scheduledDays,
    learning_steps: card.learningSteps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    ...(card.lastReview && { last_review: card.lastReview }),
  }
}

function fromMemory({ questionId, keyPointId }: CardName, memory: Memory): Card {
  return {
    questionId,
    keyPointId,
    state: memory.state,
    due: memory.due,
    stability: memory.stability,
    difficulty: memory.difficulty,
    scheduledDays: memory.scheduled_days,
    learningSteps: memory.learning_steps,
    reps: memory.reps,
    lapses: memory.lapses,
    lastReview: memory.last_review ?? null,
  }
}
