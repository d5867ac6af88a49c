import { Sheet } from './sheet.tsx'

/** Instead of a page with keys on it, and of one that there is not: the two look alike. */
export function ForAuthors() {
  return (
    <Sheet
      at=""
      title="For authors"
      lead={
        <>
          There is no page here, or it is not for everybody: sources, drafts, statistics and reports
          are shown to signed-in authors of this site, and to who develops it. In a copy of the
          project <code>npm run dev</code> shows them to everybody.
        </>
      }
    />
  )
}
