import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testCtx, useDatabase } from '#test/database.ts'
import { postRows } from '#test/post-rows.ts'
import { type ReportSection, same } from './body.ts'
import { reportMarkdown } from './markdown.ts'
import { claimReport, findBody, getReport } from './reports.ts'
import { itsWords } from './retold.ts'

const database = useDatabase()

test('S0-49 what people wrote is said as long as it is there, and gone from page and file when it is not', async () => {
  const ctx = testCtx(database())
  const rows = postRows(database(), ctx.now)
  const member = await rows.member('阿澈')
  const group = await rows.group('手冲研究所')
  const board = await rows.board(group, '闲聊')
  const [stays, goes, hidden] = [
    await rows.post(board, member, { title: '水温怎么定' }),
    await rows.post(board, member, { title: '我的手机号换了' }),
    await rows.post(board, member, { title: '店员值班表' }),
  ]
  const { rows: notes } = await sql<{ id: string }>`
    insert into annotation (day, text, kind, created_at, created_by, changed_at, changed_by)
    values ('2026-11-18', '许木生病', 'other', now(), 'account:1', now(), 'account:1') returning id`.execute(
    ctx.db,
  )
  const body: ReportSection = {
    name: 'content',
    label: same('内容'),
    title: same('内容'),
    about: same(''),
    parts: [
      {
        kind: 'table',
        title: null,
        head: [same('帖子'), same('互动')],
        figures: [1],
        rows: [stays, goes, hidden].map((id, at) => [
          { text: same(itsWords), thing: { kind: 'post', id } },
          { text: same(String(30 - at)) },
        ]),
      },
      {
        kind: 'sentences',
        items: [{ text: same(`11月18日 ${itsWords}`), thing: { kind: 'annotation', id: notes[0]!.id } }],
      },
    ],
  }
  const { report } = await claimReport(ctx, { kind: 'weekly' })
  await sql`insert into report_section (report_id, name, body, made_at)
    values (${report.id}, 'content', ${JSON.stringify(body)}, now())`.execute(ctx.db)
  const file = async () =>
    reportMarkdown(await getReport(ctx, report.id), await findBody(ctx, report), {
      locale: 'zh-CN',
      brand: '山丘咖啡',
      baseUrl: 'https://hill.example',
    })
  const whole = await file()
  for (const words of ['水温怎么定', '我的手机号换了', '店员值班表', '11月18日 许木生病'])
    expect(whole).toContain(words)
  expect(whole).not.toContain('内容已删除')

  await sql`update post set state = 'removed', state_by = 'test', state_at = now(), active_at = null where id = ${goes}`.execute(
    ctx.db,
  )
  // A board that not everybody may read any more.
  const closed = await rows.board(group, '值班')
  await sql`delete from board_grant where board_id = ${closed}`.execute(ctx.db)
  await sql`update post set board_id = ${closed} where id = ${hidden}`.execute(ctx.db)
  await sql`delete from annotation`.execute(ctx.db)
  const less = await file()
  expect(less).toContain('| 水温怎么定 | 30 |\n| 内容已删除 | 29 |\n| 内容已删除 | 28 |')
  expect(less).toContain('11月18日 内容已删除')
  for (const words of ['我的手机号换了', '店员值班表', '许木生病']) expect(less).not.toContain(words)
  // Nor is it kept below.
  const { rows: kept } = await sql<{ body: string }>`select body::text from report_section`.execute(ctx.db)
  expect(JSON.stringify(kept)).not.toMatch(/水温|手机号|值班|许木/)
})
