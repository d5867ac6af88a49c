import { Sheet } from './sheet.tsx'

/** Instead of a page with keys on it. @param what begins the sentence that says why */
export function ForAuthors({ what }: { what: string }) {
  return (
    <Sheet
      at=""
      title="For authors"
      lead={
        <>
          {what} is shown to signed-in authors of this site, and to who develops it: in a copy of
          the project, <code>npm run dev</code> shows it to everybody.
        </>
      }
    />
  )
}
