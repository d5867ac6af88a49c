import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { deleteUser } from '#lib/db/belongings.ts'
import { db } from '#lib/db/client.ts'
import { transaction } from '#lib/db/transaction.ts'
import { createGuest } from '#lib/db/user.ts'
import { audit, auditName } from './audit.ts'

// S11 on a real PostgreSQL. That each route leaves its line is in app/api/_faults/audit.test.ts.

vi.stubEnv('NEXTAUTH_SECRET', 'a secret of at least thirty-two bytes')
vi.stubGlobal('ridgelineRequest', { getStore: () => ({ id: 'req-1' }) })

function linesOf(userId: string) {
  return db().auditLine.findMany({ where: { actor: auditName(userId) }, orderBy: { id: 'asc' } })
}

describe('S11: the audit is only ever added to', () => {
  test('a line says who, when, what and in which request', async () => {
    const [admin, reader] = [randomUUID(), randomUUID()]
    await audit('role-change', { actor: admin, subject: reader, detail: 'author' })
    const [line] = await linesOf(admin)
    expect(line).toMatchObject({
      event: 'role-change',
      subject: auditName(reader),
      detail: 'author',
      requestId: 'req-1',
    })
    expect(Math.abs(line!.at.getTime() - Date.now())).toBeLessThan(60_000)
  })

  test('it is there with what it is about, or neither is', async () => {
    const id = randomUUID()
    const broken = transaction(async (tx) => {
      await audit('export', { actor: id }, tx)
      throw new Error('broken off')
    })
    await expect(broken).rejects.toThrow('broken off')
    expect(await linesOf(id)).toEqual([])
  })

  test.each(['update audit set detail = $1', 'delete from audit where event <> $1'])(
    'the database refuses: %s',
    async (sql) => {
      await audit('export', { actor: randomUUID() })
      await expect(db().$executeRawUnsafe(sql, 'x')).rejects.toThrow(/only ever added to/)
      // The control: the site may do the same to another table of its own.
      const other = sql
        .replace('audit', 'drafts')
        .replace('detail', 'text')
        .replace('event', 'text')
      await db().$executeRawUnsafe(`${other} ${/where/.test(other) ? 'and' : 'where'} false`, 'x')
    },
  )

  test('the database refuses to empty it, and grants nobody else a change', async () => {
    await expect(db().$executeRawUnsafe('truncate audit')).rejects.toThrow(/only ever added to/)
    const grants = await db().$queryRaw<{ n: number }[]>`
    select count(*)::int as n from information_schema.role_table_grants
    where table_name = 'audit' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
      and grantee <> current_user`
    expect(grants).toEqual([{ n: 0 }])
  })

  test('who is deleted leaves the lines, and in them nothing that leads to them', async () => {
    const { id } = await createGuest(randomUUID())
    await audit('sign-in', { actor: id })
    await deleteUser(id)
    const lines = await linesOf(id)
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines, (_, value) => String(value))).not.toContain(id)
    // Only with the secret is it the same person's.
    vi.stubEnv('NEXTAUTH_SECRET', 'another secret of at least thirty-two bytes')
    expect(auditName(id)).toMatch(/^[\w-]{22}$/)
  })
})
