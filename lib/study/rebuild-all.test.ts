import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createDatabase, withClient } from '#lib/boot/connection.mjs'
import { migrate } from '#lib/boot/migrate.mjs'
import { run } from '#lib/boot/run.mjs'

test('R17: the nightly command puts right what is not derived, says whose, and ends with 1; then with 0', async () => {
  // Of its own: other tests tamper with cards meanwhile.
  const shared = process.env['DATABASE_URL']!
  const own = new URL(shared)
  own.pathname = `/rebuild_${randomUUID().slice(0, 8)}`
  await createDatabase(own.href)
  try {
    await migrate(own.href)
    await withClient(own.href, async (client) => {
      await client.query(`insert into users (id) values ('ada')`)
      await client.query(
        `insert into reviews (id, user_id, question_id, event, grade)
         values ('01KAF0000000000000000000AA', 'ada', 'reg-0001', 'graded', 3)`,
      )
    })
    const args = ['--conditions=react-server', 'prisma/rebuild.ts']
    const env = { DATABASE_URL: own.href, NEXTAUTH_SECRET: 'a secret of at least thirty-two bytes' }
    const night = () => run('tsx', args, { env })
    expect(await night()).toEqual({ code: 1, output: expect.stringContaining('Put right: ada') })
    // The control: nothing is found the next time.
    expect(await night()).toEqual({
      code: 0,
      output: '1 cards of 1 readers rebuilt from their review logs. All were as stored.\n',
    })
  } finally {
    await withClient(shared, (client) => client.query(`drop database ${own.pathname.slice(1)}`))
  }
})
