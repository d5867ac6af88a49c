'use client'

import { late } from '#app/_ui/late.tsx'
// Half a screen down and further: not needed to begin with, so not paid for at first. Their style
// sheets stand here because they must be there before the code is.
import '#app/_figure/figure.css' // of a task's figure, where the prose has none
import '#app/_quiz/choice-input.module.css'
import '#app/_quiz/exhibit.module.css'
import '#app/_quiz/kinds.css'
import '#app/_quiz/numeric-input.module.css'
import '#app/_quiz/predict-form.module.css'
import '#app/_quiz/quiz-item.module.css'
import '#app/_quiz/task-item.module.css'
import '#app/_quiz/verdict.module.css'
import '#app/_ui/notice.module.css'
import './check-yourself.module.css'
import './conflict.module.css'
import './grades.module.css'
import './how-did-it-go.module.css'
import './keep.module.css'
import './key-point-row.module.css'
import './misheard.module.css'
import './placed-task.module.css'
import './quoted-answer.module.css'
import './rubric.module.css'
import './say-again.module.css'

const loaders = async () => (await import('./part-loaders.ts')).parts

export const PlacedPrediction = late(async () => (await loaders()).PlacedPrediction())
export const PlacedTask = late(async () => (await loaders()).PlacedTask())
export const Rubric = late(async () => (await loaders()).Rubric())
export const HowDidItGo = late(async () => (await loaders()).HowDidItGo())
export const CheckYourself = late(
  async () => (await loaders()).CheckYourself(),
  async ({ items }) => (await import('./part-loaders.ts')).prepareItems(items),
)
export const FollowUps = late(async () => (await loaders()).FollowUps())
export const Keep = late(async () => (await loaders()).Keep())
