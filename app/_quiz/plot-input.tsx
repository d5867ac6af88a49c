import { useState } from 'react'
import { demos } from '#app/demos/index.tsx'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import { type AskedPlot, regionAt } from '#lib/quiz/kinds/plot.ts'
import { ChoiceInput, LETTERS } from './choice-input.tsx'

/**
 * A computed figure as it stands, and places in it: pointed at, or chosen from the list below it. It is
 * drawn in ink and without its sentences, which would answer for the reader; its table stays.
 */
export function PlotInput({
  item,
  value,
  onChange,
  feedback,
  isDone,
}: {
  item: AskedPlot
  /** a region's id, or "" */
  value: string
  onChange: (value: string) => void
  feedback: Feedback | null
  isDone: boolean
}) {
  const [said, setSaid] = useState('')
  const Figure = demos[item.demo]
  const { id, prompt, regions } = item
  const marked = regions.map(({ x, y, ...region }, nth) => ({
    letter: LETTERS[nth]!,
    isChosen: region.id === value,
    x,
    y,
  }))

  function point(at: { x: number; y: number }) {
    const region = regionAt(item, at)
    setSaid(region ? '' : 'That is outside of the places to choose from.')
    if (region) onChange(region.id)
  }
  return (
    <div className="quiz-plot">
      <Figure
        state={item.state}
        name={`plot-${id}`}
        title=""
        guess={{ text: '', regions: marked, ...(!isDone && { place: point }) }}
        locked
      />
      <p role="status" className="small quiz-outside">
        {said}
      </p>
      <ChoiceInput
        item={{
          kind: 'single',
          id,
          prompt,
          options: regions.map((region) => ({ id: region.id, text: region.label })),
        }}
        value={value}
        onChange={(chosen) => {
          setSaid('')
          onChange(String(chosen))
        }}
        feedback={feedback}
        isDone={isDone}
      />
    </div>
  )
}
