/** What leaves as a file: masked unless somebody with the right asked for more, and harmless in a spreadsheet. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readXlsx } from '#base/text/xlsx-read.ts'
import { type Client, expectProblem } from '#test/client.ts'
import { useProduct } from '#test/product.ts'
import { until } from '#test/warehouse.ts'

const home = mkdtempSync(join(tmpdir(), 'juluo-exports-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const product = useProduct({ env: { ROLES: 'web,worker', JULUO_DATA: home } })

beforeAll(async () => {
  const { owner, database } = product()
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into member (token, nickname, city, joined_at) values ('t', '=HYPERLINK("x")', '上海', now()) returning id`,
  )
  const field = { key: 'roast', label: '烘焙偏好', type: 'text' }
  const made = await owner.post('/api/members/fields', field)
  expect(made.status, made.text).toBeLessThan(300)
  const id = rows[0]!.id
  expect(
    (await owner.post(`/api/members/${id}/contacts`, { kind: 'phone', value: '13812340001' })).status,
  ).toBeLessThan(300)
  const set = await owner.patch(`/api/members/${id}/fields`, { values: { roast: '浅烘' } })
  expect(set.status, set.text).toBeLessThan(300)
})

const columns = ['nickname', 'city', 'phone', 'field:roast']

async function fileOf(client: Client, body: object) {
  const asked = await client.post('/api/members/export', body)
  expect(asked.status, asked.text).toBe(202)
  let url = ''
  await until(async () => {
    const job = (await client.get(`/api/jobs/${asked.body.jobId}`)).body
    url = job.result?.url ?? ''
    return job.state === 'completed'
  })
  return url
}

describe('an export', () => {
  test('holds contact points masked, fields of one’s own, and nothing that runs', async () => {
    const { text } = await product().owner.get(await fileOf(product().owner, { columns }))
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      '昵称,城市,手机号,烘焙偏好',
      `"'=HYPERLINK(""x"")",上海,138****0001,浅烘`,
    ])
  })

  test('holds them in full for those who may, and the audit log says so', async () => {
    const { owner, database } = product()
    const { text } = await owner.get(await fileOf(owner, { columns, full: true }))
    expect(text).toContain('+8613812340001')
    const { rows } = await database.pool.query(
      `select detail->'open'->>'contacts' as full from audit_entry where action = 'members.exported' order by id`,
    )
    expect(rows).toEqual([{ full: 'false' }, { full: 'true' }])
    const analyst = await product().operator('analyst')
    expectProblem(await analyst.post('/api/members/export', { columns, full: true }), 403, 'export_not_full')
    expect((await analyst.post('/api/members/export', { columns })).status).toBe(202)
    expectProblem(
      await analyst.post('/api/members/export', { columns: ['field:nothing'] }),
      404,
      'field_not_found',
    )
  })

  test('as a workbook holds the same, each cell as text', async () => {
    const url = await fileOf(product().owner, { columns, format: 'xlsx' })
    const { rows } = await product().database.pool.query<{ key: string }>(
      'select storage_key as key from file_variant join file on file.id = file_id where token = $1',
      [url.split('/').at(-1)],
    )
    const read: string[][] = []
    for await (const row of readXlsx(readFileSync(join(home, 'files', rows[0]!.key)))) read.push(row)
    expect(read).toEqual([
      ['昵称', '城市', '手机号', '烘焙偏好'],
      [`'=HYPERLINK("x")`, '上海', '138****0001', '浅烘'],
    ])
  })
})
