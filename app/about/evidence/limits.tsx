import { Link } from '#app/_ui/link.tsx'

export function Limits() {
  return (
    <>
      <p>
        That a site like this one makes anybody pass an interview. The studies above compare single
        techniques, mostly with students, words, facts and short texts, and tests that look like the
        practice. An interview asks for more: to choose what to say, to say it to somebody, to be
        interrupted. A mock interview practises a part of that; a colleague who asks back practises
        the rest.
      </p>
      <p>
        Nor that your own marks are right. A rubric that you fill in yourself is a judgement, and
        people judge themselves kindly: hence a point counts only with words of yours that earn it,
        and machine-checked items stand apart from it everywhere.
      </p>
      <p>
        What is computed from your answers, and how far it can be trusted, stands on{' '}
        <Link href="/about/scoring">How scores are computed</Link>.
      </p>
    </>
  )
}
