import { parseArgs } from 'node:util'
import { hashPassword } from '#lib/auth/password.ts'
import { closeDatabase, putSampleUser } from '#lib/db/sample.ts'
import { plusDays, dayOf } from '#lib/learning/day.ts'
import { saveSettings } from '#lib/study/settings.ts'
import { studyFor } from './sample-history.ts'

// Three readers to look at pages with: one who has just come, one half-way, one who stopped coming.
// They are made anew each time, with dates that count from now, so that who is half-way stays so.
// `--as WORD` makes others beside them, for tests that run at the same time; `--zone` is theirs, and
// `--only KIND` makes one.

const { values } = parseArgs({
  options: {
    as: { type: 'string' },
    only: { type: 'string' },
    zone: { type: 'string', default: 'UTC' },
  },
})
const password = process.env.SEED_PASSWORD ?? 'ridgeline sample'
const now = new Date()
const timeZone = values.zone

const readers = [
  { kind: 'new', name: 'Nia New', studied: null },
  { kind: 'halfway', name: 'Hal Halfway', studied: { from: 75, until: 3 } },
  { kind: 'lapsed', name: 'Lou Lapsed', studied: { from: 62, until: 44 } },
].filter(({ kind }) => kind === (values.only ?? kind))

const passwordHash = await hashPassword(password)
for (const { kind, name, studied } of readers) {
  const id = ['sample', kind, values.as].filter(Boolean).join('-')
  const email = `${id}@example.org`
  await putSampleUser(id, { email, name, passwordHash }, now)
  const interviewOn = kind === 'halfway' ? plusDays(dayOf(now, timeZone), 21) : null
  await saveSettings(id, { timeZone, interviewOn })
  const done = studied ? await studyFor(id, { now, ...studied }) : 'has not begun'
  process.stdout.write(`${email} · ${done}\n`)
}
process.stdout.write(`Password: ${password}\n`)
await closeDatabase()
