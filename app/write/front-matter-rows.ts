/** In the order of a file. What each may hold exactly is in lib/content/front-matter.ts, which a test compares. */
export const FRONT_MATTER: readonly (readonly [key: string, about: string])[] = [
  [
    'id',
    'letters, a hyphen, four digits: `reg-0001`. Never changed: attempts and cards hang on it',
  ],
  ['title', 'the question as a heading, at most 90 characters'],
  ['asked', 'the question as an interviewer puts it, word for word where it has a source'],
  ['aliases', 'slugs that it had before; they lead here'],
  ['topic', 'from `content/topics.yaml`, and the folder that the file lies in'],
  ['levels', 'where it is asked: `intern`, `mid`, `senior`'],
  ['roles', 'from `content/roles.yaml`'],
  ['kind', '`concept`, `derivation`, `numeric`, `debug`, `case`, `plot-reading` or `code-reading`'],
  ['minutes', 'how long a good answer takes, 1 to 45'],
  ['summary', 'the answer in at most 60 words that stand alone: search result, back of the card'],
  [
    'keyPoints',
    '4 to 14 of `id`, `text`, `weight` 1 to 3, `must`, `from` (the level that it is expected at) and `cues`, phrases that candidates literally write',
  ],
  [
    'misconceptions',
    '`id`, `claim`, `cues`, `why`, and `refute`: the `demo` and `state` that disprove it, what to `look` at, and what `shows` it. A cue is not heard where the answer takes it back (“does not …”, “it is a myth that …”), so write it as the mistake is said',
  ],
  [
    'followUps',
    'what they `ask` next, `when` (`always`, `missed:<key point>`, `ticked:<key point>`), and what it `expects`',
  ],
  ['items', 'at least two; `from` and `when` say what a key comes from, and the check solves it'],
  [
    'encounters',
    '`company`, `role`, `level`, `stage`, `seenAt`, and the `evidence`: `submitted`, or `public-url` with its `url`',
  ],
  ['prerequisites', 'ids of questions to know before'],
  ['related', 'ids of questions beside it'],
  ['sources', 'at least one `title` and `url`'],
  ['status', '`draft`, `published` or `retired`'],
  ['authors', 'who wrote it'],
  ['updated', 'the day of the last change that readers should know of'],
]
