import { beforeAll, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import { readConfig } from '#base/config/config.ts'
import { render } from '#base/i18n/messages.ts'
import type { Mail } from '#base/parts.ts'
import { createAccount } from '#modules/identity/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { remindOwners, tellOwner } from './reminders.ts'
import { createTask } from './tasks.ts'

const database = useDatabase()
const mails: { to: string; subject: string; text: string }[] = []
/** Mails are composed for real, and kept instead of queued. */
const mail: Mail = {
  async send(_, { to, template, locale, values }) {
    const content = template.compose(values, {
      locale,
      brand: { name: '山丘咖啡' },
      baseUrl: '',
      say: (message, more) => render(message, locale, { brand: '山丘咖啡', ...more }),
    })
    mails.push({ to, subject: content.subject, text: JSON.stringify(content.blocks) })
  },
}
const parts = { mail, config: readConfig({ NODE_ENV: 'test', BASE_URL: 'http://127.0.0.1:4680' }) }
const people: Record<string, Id> = {}
const on = (text: string) => testCtx(database(), { kind: 'system', name: 'test' }, new Date(`${text}+08:00`))

beforeAll(async () => {
  const ctx = testCtx(database())
  for (const [name, email, locale] of [
    ['林晓', 'lin@example.com', 'zh-CN'],
    ['Kelly', 'kelly@example.com', 'en'],
  ] as const) {
    people[name] = await createAccount(ctx, { name, email })
    await database().pool.query('update account set locale = $2 where id = $1', [people[name], locale])
    await database().pool.query(
      `insert into operator (account_id, role_id) select $1, id from operator_role where key = 'operator'`,
      [people[name]],
    )
  }
})

const make = (title: string, owner: string, due: string) =>
  createTask(on('2026-11-16T10:00'), { title, ownerId: people[owner]!, dueAt: new Date(`${due}+08:00`) })

test('reminds each owner once in one mail, in their language, and only while the team works', async () => {
  await make('周报', '林晓', '2026-11-20T18:00')
  await make('备货', '林晓', '2026-11-20T12:00')
  await make('Shop poster', 'Kelly', '2026-11-20T11:00')
  await make('还早', '林晓', '2026-12-20T12:00')
  expect(await remindOwners(parts, on('2026-11-20T08:00'))).toBe(0)
  expect(await remindOwners(parts, on('2026-11-20T09:35'))).toBe(2)
  expect(await remindOwners(parts, on('2026-11-20T09:45'))).toBe(0)
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['lin@example.com', '2 项任务快到期：备货'],
    ['kelly@example.com', 'A task is due soon: Shop poster'],
  ])
  expect(mails[0]?.text).toContain('周报（2026年11月20日 18:00）')
  expect(mails[0]?.text).not.toContain('还早')
})

test('on Friday what is due on Monday is told as well; a moved due moment is told again', async () => {
  mails.length = 0
  const id = await make('周一要交', '林晓', '2026-11-23T12:00')
  expect(await remindOwners(parts, on('2026-11-20T17:00'))).toBe(1)
  await database().pool.query(`update task set due_at = '2026-11-23T14:00:00+08:00' where id = $1`, [id])
  expect(await remindOwners(parts, on('2026-11-20T17:10'))).toBe(1)
  expect(mails).toHaveLength(2)
})

test('who left is told nothing, and nobody is told what they gave themselves', async () => {
  mails.length = 0
  const leaver = await createAccount(testCtx(database()), { name: '程白', email: 'cheng@example.com' })
  const task = { id: '1', title: '看数据', dueAt: null }
  await tellOwner(parts, on('2026-11-20T10:00'), { ...task, ownerId: leaver })
  const own = {
    ...on('2026-11-20T10:00'),
    actor: {
      kind: 'account',
      accountId: people.林晓!,
      sessionId: '0',
      name: '林晓',
      suspended: false,
    } as const,
  }
  await tellOwner(parts, own, { ...task, ownerId: people.林晓! })
  expect(mails).toEqual([])
  await tellOwner(parts, own, { ...task, ownerId: people.Kelly! })
  expect(mails[0]).toMatchObject({ to: 'kelly@example.com', subject: '林晓 gave you the task “看数据”' })
})
