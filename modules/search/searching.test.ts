import { beforeAll, describe, expect, test } from 'vitest'
import { transact } from '#base/context.ts'
import { armFailpoint } from '#base/testing/failpoint.ts'
import type { Client } from '#test/client.ts'
import { documentOf, openRoom, type Room, write } from '#test/coffee-room.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { rebuildJob } from './index/rebuild.ts'

const product = useProduct({ env: { ROLES: 'web,worker' } })
let open: Room
let closed: Room

const rows = async (text: string, values: unknown[] = []) =>
  (await product().database.pool.query(text, values)).rows

interface Found {
  readonly items: readonly {
    readonly id: string
    readonly path: string
    readonly title: readonly { text: string; hit: boolean }[]
  }[]
  readonly sources: readonly { readonly name: string; readonly items: readonly { readonly path: string }[] }[]
  readonly meant: string | null
  readonly unknown: readonly string[]
  readonly popular: readonly unknown[]
  readonly next: string | null
}
const seek = async (who: Client, q: string, more: Record<string, string> = {}): Promise<Found> => {
  const reply = await who.get(`/api/site/search?${new URLSearchParams({ q, ...more })}`)
  if (reply.status !== 200) throw new Error(reply.text)
  return reply.body
}
const idsOf = (found: Found) => found.items.map(({ id }) => id)
/** The consumer of the log runs beside the test. */
const indexed = async (id: string) =>
  await expect
    .poll(() => rows(`select 1 from search_document where source = 'posts' and ref_id = $1`, [id]), {
      timeout: 10_000,
    })
    .toHaveLength(1)

beforeAll(async () => {
  open = await openRoom(product(), 2)
  closed = await openRoom(product(), 1, { open: false })
})

describe('search', () => {
  test('T4: finds what was just written: simplified by traditional, by sound, and with the words marked', async () => {
    const id = await write(open.host, open.chat, '卢旺达水洗，凉了像伯爵茶 #卢旺达豆单')
    await indexed(id)
    expect(idsOf(await seek(product().nobody, '盧旺達'))).toEqual([id])
    const found = await seek(product().nobody, '伯爵叉')
    expect(found).toMatchObject({ meant: '伯爵茶' })
    expect(idsOf(found)).toEqual([id])
    const marked = (await seek(product().nobody, '伯爵茶')).items[0]!.title.filter(({ hit }) => hit)
    expect(marked.map(({ text }) => text).join('')).toContain('伯爵茶')
    const topics = (await seek(product().nobody, 'luwangda')).sources.find(({ name }) => name === 'topics')
    expect(topics?.items[0]?.path).toBe(`/topics/${encodeURIComponent('卢旺达豆单')}`)
  })

  test('G33: nobody finds, is suggested or is told of what stands on a board that is closed to him', async () => {
    const secret = '椰壳炭火慢烘秘方'
    const id = await write(closed.members[0]!, closed.chat, `${secret}只在这里说`)
    await indexed(id)
    expect(idsOf(await seek(closed.members[0]!.client, secret))).toEqual([id])
    for (const who of [product().nobody, open.members[0]!.client]) {
      for (const q of [secret, '椰壳', '耶壳炭火', 'yeketanhuo']) {
        const found = await seek(who, q)
        expect(idsOf(found)).toEqual([])
        expect(JSON.stringify({ ...found, unknown: [] })).not.toContain('椰壳')
        for (const path of ['suggestions', 'similar'])
          expect(
            (await who.get(`/api/site/search/${path}?${new URLSearchParams({ q })}`)).body.items,
          ).toEqual([])
      }
    }
    expect(idsOf(await seek(product().owner, secret))).toEqual([id])
    // Said to be nowhere is what nowhere can be seen, whether or not it stands on a closed board.
    for (const word of ['椰壳', '蒸汽鲱鱼']) {
      const found = await seek(product().nobody, `伯爵茶 ${word}`)
      expect(found.items.length).toBeGreaterThan(0)
      expect(found.unknown.join('')).toBe(word)
    }
    expect((await seek(closed.members[0]!.client, '伯爵茶 椰壳')).unknown).toEqual([])
  })

  test('G33: a topic that stands on closed boards only has no name for who may not read there, nor a number', async () => {
    await indexed(await write(closed.host, closed.chat, '先别外传 #云母纸滤新品 #挂耳实验'))
    await indexed(await write(open.host, open.chat, '大家都在聊 #挂耳实验'))
    const topics = async (who: Client, q: string) =>
      (await seek(who, q, { source: 'topics' })).items as unknown as { path: string; note: string }[]
    await expect
      .poll(
        () => rows(`select title from search_document where source = 'topics' and title = '云母纸滤新品'`),
        {
          timeout: 10_000,
        },
      )
      .toHaveLength(1)
    expect(await topics(closed.members[0]!.client, '云母纸滤新品')).toHaveLength(1)
    for (const who of [product().nobody, open.members[0]!.client]) {
      expect(await topics(who, '云母纸滤新品')).toEqual([])
      expect(await topics(who, 'yunmuzhilvxinpin')).toEqual([])
      const beside = (await seek(who, '云母纸滤新品')).sources
      expect(beside.flatMap(({ items }) => items)).toEqual([])
      expect((await topics(who, '挂耳实验')).map(({ note }) => note)).toEqual(['1 篇内容'])
    }
  })

  test('L-12: what an account that is closed wrote is found by none of its words any more', async () => {
    const gone = open.members[1]!
    const id = await write(gone, open.questions, '摩卡壶总是喷溅怎么办', {
      kind: 'question',
      title: '摩卡壶喷溅',
    })
    const other = await write(open.host, open.chat, '今天聊聊清洁')
    await gone.client.post(`/api/site/posts/${other}/comments`, { document: documentOf('柠檬酸煮一遍') })
    await open.host.client.post(`/api/site/posts/${id}/comments`, { document: documentOf('火小一点') })
    const words = async (of: string) =>
      (
        await rows(
          `select words::text as words from search_document where source = 'posts' and ref_id = $1`,
          [of],
        )
      )[0]?.words ?? ''
    await expect.poll(() => words(id), { timeout: 10_000 }).toContain('摩卡')
    await expect.poll(() => words(other), { timeout: 10_000 }).toContain('柠檬酸')
    const ctx = testCtx(product().database, { kind: 'system', name: 'test' }, new Date())
    await transact(ctx, async (tx) => {
      for (const { name, erase } of product().process.modules.flatMap((module) => module.personal ?? []))
        if (name === 'content.posts' || name === 'content.comments') await erase(tx, gone.memberId)
    })
    await expect.poll(() => words(id), { timeout: 10_000 }).not.toContain('摩卡')
    await expect.poll(() => words(other), { timeout: 10_000 }).not.toContain('柠檬酸')
    expect(idsOf(await seek(product().nobody, '摩卡壶喷溅'))).toEqual([])
  })

  test('what is edited is found by its new words, what is removed is not found any more', async () => {
    const author = open.members[0]!
    const id = await write(author, open.chat, '虹吸壶的火候')
    await indexed(id)
    await author.client.patch(`/api/site/posts/${id}/standing`, { state: 'removed' })
    await expect
      .poll(async () => idsOf(await seek(product().nobody, '虹吸壶')), { timeout: 10_000 })
      .toEqual([])
    // Out of sight at once; out of the index when it has followed.
    await expect
      .poll(async () => await rows(`select documents from search_term where term = '虹吸'`), {
        timeout: 10_000,
      })
      .toEqual([])
  })

  test('members find members, also by pinyin; strangers find nobody', async () => {
    await expect
      .poll(
        async () => (await seek(open.members[0]!.client, 'shouchong', { source: 'members' })).items.length,
        {
          timeout: 10_000,
        },
      )
      .toBeGreaterThan(0)
    expect((await seek(product().nobody, 'shouchong', { source: 'members' })).items).toEqual([])
  })

  test('narrows by board, type, author and whether it is solved, and pages without seeing one twice', async () => {
    const author = open.members[1]!
    const ids: string[] = []
    for (let each = 0; each < 5; each++)
      ids.push(
        await write(author, each < 3 ? open.questions : open.chat, `法压壶第 ${each} 问`, {
          kind: each < 3 ? 'question' : 'discussion',
          title: `法压壶第 ${each} 问`,
        }),
      )
    for (const id of ids) await indexed(id)
    const q = '法压壶'
    expect(idsOf(await seek(author.client, q, { boardId: open.questions })).toSorted()).toEqual(
      ids.slice(0, 3).toSorted(),
    )
    expect(idsOf(await seek(author.client, q, { kind: 'discussion' })).toSorted()).toEqual(
      ids.slice(3).toSorted(),
    )
    expect(idsOf(await seek(author.client, q, { solved: 'yes' }))).toEqual([])
    expect(idsOf(await seek(author.client, q, { author: open.members[0]!.token }))).toEqual([])
    const seen: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: Found = await seek(author.client, q, {
        source: 'posts',
        limit: '2',
        ...(next ? { cursor: next } : {}),
      })
      seen.push(...idsOf(page))
      next = page.next
    }
    expect(seen.toSorted()).toEqual(ids.toSorted())
  })

  test('when nothing is found it offers topics; the team sees what is missing, and never who sought it', async () => {
    const found = await seek(open.members[0]!.client, '咖啡渣堆肥')
    expect(found.items).toEqual([])
    expect(found.popular.length).toBeGreaterThan(0)
    await seek(product().nobody, '13800138000')
    const insight = (await product().owner.get('/api/search/insight')).body
    expect(insight.missing).toContainEqual(
      expect.objectContaining({ query: '咖啡渣堆肥', searches: 1, empty: 1 }),
    )
    expect(JSON.stringify(insight)).not.toContain('13800138000')
    expect(await rows(`select 1 from event_log where props::text like '%堆肥%'`)).toEqual([])
  })

  test('synonyms work at once, and one word is in one group', async () => {
    const id = await write(open.members[0]!, open.chat, '艾瑞斯滤杯到手')
    await indexed(id)
    expect(idsOf(await seek(product().nobody, 'iris'))).toEqual([])
    expect((await product().owner.post('/api/search/synonyms', { words: ['艾瑞斯', 'Iris'] })).status).toBe(
      201,
    )
    expect(idsOf(await seek(product().nobody, 'IRIS'))).toEqual([id])
    const twice = await product().owner.post('/api/search/synonyms', { words: ['艾瑞斯', '鸢尾'] })
    expect(twice.body.code).toBe('synonym_taken')
    expect(
      (await (await product().operator('viewer')).post('/api/search/synonyms', { words: ['甲', '乙'] }))
        .status,
    ).toBe(403)
  })

  test('G12: a rebuild that dies goes on where it was, heals what is wrong, and counts every word right', async () => {
    const { database } = product()
    const ctx = testCtx(database, { kind: 'system', name: 'test' }, new Date())
    const declared = {
      searchable: () => product().process.modules.flatMap((module) => module.searchable ?? []),
    }
    const job = rebuildJob(declared)
    const run = {
      id: '1',
      attempt: 1,
      requestedBy: 'test',
      signal: new AbortController().signal,
      progress: async () => undefined,
    }
    const before = await rows(
      'select source, ref_id, words::text as words from search_document order by 1, 2',
    )
    await rows(`update search_document set words = '''kaputt''' where source = 'posts'`)
    await rows(
      `insert into search_document (source, ref_id, at, quality, prior, title, words) values ('posts', 999999, now(), 0, 0, 'gone', '''gone''')`,
    )
    await rows('update search_term set documents = 0')
    armFailpoint('search.rebuild.piece:throw')
    await expect(job.run(ctx, { always: true }, run)).rejects.toThrow()
    armFailpoint(undefined)
    await job.run(ctx, { always: true }, run)
    expect(
      await rows('select source, ref_id, words::text as words from search_document order by 1, 2'),
    ).toEqual(before)
  })
})
