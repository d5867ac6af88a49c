import { Segments } from '#app/_ui/segments.tsx'
import { type Blueprint, standard } from '#lib/interview/blueprint.ts'
import { FORMS } from '#lib/interview/form.ts'
import { LEVELS } from '#lib/quiz/kinds/rubric.ts'
import { ChosenPart } from './chosen-part.tsx'
import { LengthPart } from './length-part.tsx'
import styles from './new.module.css'
import { Check, Checks, type Named, Part, Select } from './parts.tsx'
import { TopicWeights } from './topic-weights.tsx'

export type Choices = {
  topics: readonly Named[]
  roles: readonly Named[]
  companies: readonly Named[]
}

/** Every part of a blueprint. Nothing chosen means no constraint, and the hints say so. */
export function BlueprintForm({
  blueprint,
  onChange,
  topics,
  roles,
  companies,
}: Choices & { blueprint: Blueprint; onChange: (blueprint: Blueprint) => void }) {
  const put = (part: Partial<Blueprint>) => onChange({ ...blueprint, ...part })
  const { role, company, levels, forms, clock, pace, mix, blind, followUps } = blueprint
  return (
    <div className={styles.parts}>
      {blueprint.questions.length > 0 && (
        <ChosenPart
          count={blueprint.questions.length}
          onClear={() => put({ questions: standard.questions })}
        />
      )}
      <LengthPart length={blueprint.length} onChange={(length) => put({ length })} />
      <Part title="Clock">
        <Segments
          legend="Clock"
          hideLegend
          name="clock"
          value={clock}
          segments={clocks}
          onChange={(value) => put({ clock: value as Blueprint['clock'] })}
        />
        {clock !== 'none' && (
          <Segments
            legend="Time against the plan"
            name="pace"
            value={String(pace)}
            segments={paces}
            onChange={(value) => put({ pace: Number(value) as Blueprint['pace'] })}
          />
        )}
      </Part>
      <Part title="For whom">
        <Select
          label="Role"
          none="Any role"
          value={role}
          options={roles}
          onChange={(value) => put({ role: value })}
        />
        <Checks
          legend="Levels, or none for all of them"
          all={LEVELS}
          titles={levelTitles}
          chosen={levels}
          onChange={(chosen) => put({ levels: chosen })}
        />
        <Select
          label="Company"
          none="No company"
          value={company}
          options={companies}
          onChange={(value) => put({ company: value })}
          hint="Its sourced questions are drawn three times as often. This claims nothing about what they ask."
        />
      </Part>
      <Part
        title="Topics"
        hint="None chosen: every topic. A weight of 3 gets three times the time of 1."
      >
        <TopicWeights
          topics={topics}
          weights={blueprint.topics}
          onChange={(weights) => put({ topics: weights })}
        />
      </Part>
      <Part title="Kinds of question">
        <Checks
          legend="At least one"
          all={FORMS}
          titles={formTitles}
          chosen={forms}
          onChange={(chosen) => chosen.length > 0 && put({ forms: chosen })}
        />
        <Check
          title="Follow-ups: after each question in words, what an interviewer asks next"
          checked={followUps}
          onChange={(value) => put({ followUps: value })}
        />
      </Part>
      <Part title="New or seen">
        <Segments
          legend="New or seen"
          hideLegend
          name="mix"
          value={mix}
          segments={mixes}
          onChange={(value) => put({ mix: value as Blueprint['mix'] })}
        />
        <Check
          title="Blind: topic and level are hidden until the end"
          checked={blind}
          onChange={(value) => put({ blind: value })}
        />
      </Part>
    </div>
  )
}

const clocks = [
  { value: 'whole', label: 'On the whole' },
  { value: 'per-item', label: 'On each question' },
  { value: 'none', label: 'None' },
]
const paces = [
  { value: '1', label: '× 1' },
  { value: '1.5', label: '× 1.5' },
  { value: '2', label: '× 2' },
]
const mixes = [
  { value: 'any', label: 'Any' },
  { value: 'new', label: 'New to you' },
  { value: 'half', label: 'Half and half' },
  { value: 'seen', label: 'Seen' },
]
const levelTitles = { intern: 'Intern', mid: 'Mid', senior: 'Senior' }
const formTitles = {
  written: 'In words',
  choice: 'Choose or judge',
  number: 'A number or a word',
  order: 'Put in order, match',
  figure: 'In a figure',
}
