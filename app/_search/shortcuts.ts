type Shortcut = { keys: string[]; does: string }

/** Everything that the keyboard does, as the map shows it. Several keys are pressed one after the other. */
export const shortcuts: { title: string; keys: Shortcut[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      { keys: ['Ctrl K'], does: 'Search, or jump to a page (⌘ K on a Mac)' },
      { keys: ['/'], does: 'Search' },
      { keys: ['G', 'H'], does: 'Home' },
      { keys: ['G', 'Q'], does: 'Questions' },
      { keys: ['G', 'R'], does: 'Today’s reviews' },
      { keys: ['G', 'M'], does: 'Mock interviews' },
      { keys: ['G', 'P'], does: 'Progress' },
      { keys: ['G', 'F'], does: 'Figures' },
      { keys: ['G', 'W'], does: 'Write a question' },
      { keys: ['Shift D'], does: 'Light or dark' },
      { keys: ['?'], does: 'This map' },
      { keys: ['Esc'], does: 'Close, and go back to where you were' },
    ],
  },
  {
    title: 'List of questions',
    keys: [
      { keys: ['J'], does: 'Next question' },
      { keys: ['K'], does: 'Question before' },
      { keys: ['Enter'], does: 'Open' },
      { keys: ['F'], does: 'Filters' },
      { keys: ['M'], does: 'Add the question to a mock interview, or take it out' },
    ],
  },
  {
    title: 'Question and review',
    keys: [
      { keys: ['Space'], does: 'Show the answer of a review' },
      { keys: ['1'], does: 'Again; 2 hard, 3 good, 4 easy' },
      { keys: ['A'], does: 'First option of the list that has the focus, and so on' },
    ],
  },
  {
    title: 'Mock interview',
    keys: [
      { keys: ['A'], does: 'First option, and so on' },
      { keys: ['Enter'], does: 'Submit and go on' },
      { keys: ['S'], does: 'Skip' },
      { keys: ['F'], does: 'Flag' },
      { keys: ['P'], does: 'Back' },
      { keys: ['T'], does: 'Show or hide the time' },
    ],
  },
  {
    title: 'Figure',
    keys: [
      {
        keys: ['Arrows'],
        does: 'Move the point or the slider that has the focus; with Shift further',
      },
      { keys: ['Home'], does: 'Back to its start' },
    ],
  },
]

/** The second key after G, and where it leads. */
export const places: Record<string, { href: string; name: string }> = {
  h: { href: '/', name: 'Home' },
  q: { href: '/questions', name: 'All questions' },
  r: { href: '/review', name: 'Today’s reviews' },
  m: { href: '/mock', name: 'Mock interviews' },
  p: { href: '/progress', name: 'Progress' },
  f: { href: '/demos', name: 'Figures' },
  w: { href: '/write', name: 'Write a question' },
}
