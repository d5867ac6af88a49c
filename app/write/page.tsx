import type { Metadata } from 'next'
import { VocabularyExample } from '#app/_mdx/vocabulary-example.tsx'
import { Link } from '#app/_ui/link.tsx'
import { Part, Rows, Said, Sheet, sheet, Typed } from '#app/_write/sheet.tsx'
import { vocabularyExamples } from '#lib/content/vocabulary-examples.ts'
import {
  type Component,
  type ComponentName,
  type Prop,
  vocabulary,
} from '#lib/content/vocabulary.ts'
import { FRONT_MATTER } from './front-matter-rows.ts'

export const metadata: Metadata = {
  title: 'Write a question',
  description:
    'How a question is added: one file, five minutes to a draft, and every number in it checked.',
}

export default async function WritePage() {
  const examples = await vocabularyExamples()
  return (
    <Sheet
      at="/write"
      title="Write a question"
      lead="A question is one file of Markdown. You write what an interviewer would listen for; the site makes of it a page, a rubric, items for mock interviews and cards to review, and the check solves every number again."
    >
      <Part
        id="five-minutes"
        title="In five minutes"
        about="In a copy of the project, after npm start once."
      >
        <ol className={sheet.steps}>
          <li>
            <code>npm run new:question</code> asks five things and writes a draft that passes the
            check.
          </li>
          <li>
            <code>npm run dev</code>, and open <code>/write/&lt;slug&gt;</code>: the source beside
            the page as a reader sees it. Save in any editor; both follow.
          </li>
          <li>Replace each TODO. Problems stand beside their lines, with what to do about them.</li>
          <li>
            <code>npm run check:content</code> with the file’s path, until it is silent.
          </li>
          <li>
            Set <code>status: published</code>, and commit.
          </li>
        </ol>
        <p className="muted">
          A whole list at once: <code>npm run import -- FILE</code> makes drafts of the questions in
          a Markdown file.
        </p>
      </Part>
      <Part id="what-is-good" title="What makes it good">
        <div className={`prose ${sheet.guide}`}>
          <p>
            A short answer that one could speak in half a minute, decision first. A derivation of
            the one thing that makes the rest follow. A figure, opened in the state that makes the
            point. The conditions under which the answer is false. A table that decides.
          </p>
          <p>
            Options are alike in length; every wrong one is a mistake that people make, with a
            reason that names it. Every number in the text stands in a claim. A misconception opens
            the figure that disproves it.
          </p>
        </div>
      </Part>
      <Part
        id="front-matter"
        title="Front matter"
        about={
          <>
            What stands above the text, between two lines of three hyphens. Kinds of item have{' '}
            <Link href="/write/kinds">their own page</Link>.
          </>
        }
      >
        <Rows
          caption="Keys of the front matter"
          head={['Key', 'What it holds']}
          rows={FRONT_MATTER.map(([key, about]) => [
            <code key="k">{key}</code>,
            <Said key="a" text={about} />,
          ])}
        />
      </Part>
      <div id="vocabulary" />
      {(Object.keys(vocabulary) as ComponentName[]).map((name) => (
        <Entry key={name} name={name} code={examples[name]} />
      ))}
    </Sheet>
  )
}

/** One word of the vocabulary: its props as the compiler has them, its example typed and drawn. */
function Entry({ name, code }: { name: ComponentName; code: string }) {
  const { about, example, props } = vocabulary[name] as Component
  return (
    <Part id={`vocabulary-${name}`} title={<code>{`<${name}>`}</code>} about={about}>
      {Object.keys(props).length > 0 && (
        <dl className={sheet.props}>
          {Object.entries(props).map(([key, prop]) => (
            <PropRow key={key} name={key} prop={prop} />
          ))}
        </dl>
      )}
      <Typed text={example} label={`<${name}> as it is written`} />
      {name === 'Task' ? (
        <p className="muted">
          <Link href="/write/kinds#kind-task">A task to try</Link>: it needs a question that it
          belongs to.
        </p>
      ) : (
        <div className={sheet.live}>
          <VocabularyExample code={code} />
        </div>
      )}
    </Part>
  )
}

function PropRow({ name, prop }: { name: string; prop: Prop }) {
  const bounds = prop.min === undefined ? '' : ` from ${prop.min} to ${prop.max}`
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {prop.about} <small>({`${prop.type}${bounds}${prop.required ? ', needed' : ''}`})</small>
      </dd>
    </>
  )
}
