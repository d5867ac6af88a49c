import 'server-only'
import { answeredQuestions } from '#lib/db/interview.ts'
import type { Blueprint } from '#lib/interview/blueprint.ts'
import { choose, type Plan } from '#lib/interview/choose.ts'
import { type Form, formOf, FORMS } from '#lib/interview/form.ts'
import type { Shortage } from '#lib/interview/shortage.ts'
import { interviewBank } from './interview-bank.ts'

/** What an interview would consist of, without saying which questions. */
export type Preview = {
  items: number
  minutes: number
  forms: FormCount[]
  shortage: Shortage | null
}

export type FormCount = { form: Form; items: number }

/** @param userId whose history `mix` looks at; null for somebody unknown, who has none */
export async function planInterview(
  userId: string | null,
  blueprint: Blueprint,
  seed: number,
): Promise<Plan> {
  const looks = blueprint.mix !== 'any' && userId !== null
  const seen = looks ? await answeredQuestions(userId) : new Set<string>()
  return choose(blueprint, seed, await interviewBank(), seen)
}

export async function previewInterview(
  userId: string | null,
  blueprint: Blueprint,
  seed: number,
): Promise<Preview> {
  const { items, minutes, shortage } = await planInterview(userId, blueprint, seed)
  const forms = formsOf(items.map(({ kind }) => formOf(kind)))
  return { items: items.length, minutes, forms, shortage }
}

/** How many there are of each form, in the usual order. */
export function formsOf(all: readonly Form[]): FormCount[] {
  return FORMS.map((form) => ({
    form,
    items: all.filter((each) => each === form).length,
  })).filter(({ items }) => items > 0)
}
