import { beforeAll, describe, expect, test } from 'vitest'
import { answerGate, held, refused, wireGates } from '#base/facts/gate.ts'
import { documentOf, openRoom, type Room, write } from '#test/coffee-room.ts'
import { useProduct } from '#test/product.ts'
import { storedFile } from '#test/stored-file.ts'
import { mayPublish } from '../gates.ts'

const product = useProduct()
let room: Room

beforeAll(async () => {
  room = await openRoom(product())
})

const rows = async (sql: string, values: unknown[] = []) =>
  (await product().database.pool.query(sql, values)).rows
const post = async (body: Record<string, unknown>, who = room.members[0]!) =>
  await who.client.post('/api/site/posts', {
    boardId: room.chat,
    kind: 'discussion',
    document: documentOf('今天的耶加很亮'),
    ...body,
  })

describe('publishing', () => {
  test('T1 a post is there with words, topics, its author following it, and one fact with ids only', async () => {
    const id = await write(room.members[0]!, room.chat, '豆子开封第三天 #冬日豆单 #手冲', {
      title: '今日一杯',
    })
    const [row] = await rows('select * from post where id = $1', [id])
    expect(row).toMatchObject({ state: 'published', title: '今日一杯', version: 1, kind: 'discussion' })
    expect(row.excerpt).toContain('豆子开封第三天')
    expect(await rows('select name, post_count from topic order by name')).toEqual([])
    const facts = await rows(`select * from event_log where name = 'post.published' and object_id = $1`, [id])
    expect(facts).toHaveLength(1)
    expect(facts[0].member_id).toBe(room.members[0]!.memberId)
    expect(JSON.stringify(facts[0].props)).not.toContain('耶加')
    expect(await rows('select by_itself from follow where post_id = $1', [id])).toEqual([{ by_itself: true }])
  })

  test('S0-23 hashtags make topics once they may, one for all spellings, and are counted', async () => {
    await write(room.host, room.chat, '试试 #磨豆機')
    await write(room.host, room.chat, '再试 #磨豆机 #ＡＢ')
    await write(room.members[1]!, room.chat, '我也 #磨豆机 #没人用过的')
    expect(await rows('select folded, post_count from topic order by folded')).toEqual([
      { folded: 'ab', post_count: 1 },
      { folded: '磨豆机', post_count: 3 },
    ])
  })

  test('S0-20 S1-44 each kind asks for what makes it: a title, a picture, options', async () => {
    expect((await post({ kind: 'question' })).body.code).toBe('title_missing')
    expect((await post({ kind: 'photo' })).body.code).toBe('picture_missing')
    expect((await post({ kind: 'video' })).body.code).toBe('video_missing')
    expect((await post({ kind: 'poll' })).body.code).toBe('poll_missing')
    expect((await post({ document: { type: 'doc', content: [{ type: 'paragraph' }] } })).body.code).toBe(
      'empty',
    )
    expect((await post({ kind: 'announcement', title: '通知' })).body.code).toBe('kind_refused')
    expect((await post({ kind: 'announcement', title: '通知' }, room.host)).status).toBe(201)
    const poll = { question: '喝什么', options: ['手冲', '手冲'] }
    expect((await post({ kind: 'poll', poll })).body.code).toBe('poll_unfit')
    const voted = await post({
      kind: 'poll',
      poll: { question: '喝什么', options: ['手冲', '美式'], choices: 1 },
    })
    expect(voted.status, voted.text).toBe(201)
    expect(
      await rows('select label from poll_option where post_id = $1 order by position', [voted.body.id]),
    ).toEqual([{ label: '手冲' }, { label: '美式' }])
  })

  test('a board takes the kinds it was told to take', async () => {
    await rows(`insert into board_setting (board_id, kinds) values ($1, '{question}')`, [room.questions])
    expect((await post({ boardId: room.questions })).body.code).toBe('kind_refused')
    expect((await post({ boardId: room.questions, kind: 'question', title: '水温多少？' })).status).toBe(201)
    const boards = (await room.members[0]!.client.get('/api/site/boards')).body.items
    const kinds = (id: string) => boards.find((each: { id: string }) => each.id === id).kinds
    expect(kinds(room.questions)).toEqual(['question'])
    expect(kinds(room.chat)).not.toContain('announcement')
  })

  test('who is not in the group finds no board to post on, and strangers are asked to sign in', async () => {
    const outside = await product().member('路人')
    expect((await outside.get('/api/site/boards')).body.items).toEqual([])
    const tried = await outside.post('/api/site/posts', {
      boardId: room.chat,
      kind: 'discussion',
      document: documentOf('我能发吗'),
    })
    expect(tried.body.code).toBe('may_not_post')
    expect((await product().nobody.post('/api/site/posts', {})).status).toBe(401)
  })

  test('pictures are one’s own: another’s is refused, and what is used is kept', async () => {
    const [mine, other] = [room.members[0]!, room.members[1]!]
    const token = await upload(mine)
    const document = { type: 'doc', content: [{ type: 'image', attrs: { file: token, alt: '一杯手冲' } }] }
    expect((await post({ document, kind: 'photo' }, other)).body.code).toBe('file_unknown')
    const made = await post({ document, kind: 'photo' }, mine)
    expect(made.status, made.text).toBe(201)
    const [row] = await rows('select media from post where id = $1', [made.body.id])
    expect(row.media).toMatchObject([{ kind: 'image', file: token, alt: '一杯手冲' }])
    expect(await rows('select 1 from post_file where post_id = $1', [made.body.id])).toHaveLength(1)
  })

  test('T49 the team’s gate refuses with its words or holds back until somebody has looked', async () => {
    const undo = wireGates(
      [mayPublish],
      [
        answerGate(mayPublish, 'by words', async (_, { text }) =>
          text.includes('加微信')
            ? refused({ zh: '请不要引流', en: 'No luring away' })
            : text.includes('代购')
              ? held({ zh: '先看一眼', en: 'We look first' })
              : { allowed: true },
        ),
      ],
    )
    try {
      const no = await post({ document: documentOf('加微信聊') })
      expect(no.body).toMatchObject({ code: 'refused_by_team', title: '内容未能发布：请不要引流' })
      const waits = await post({ document: documentOf('代购豆子 #代购') })
      expect(waits.body).toMatchObject({ state: 'pending', because: '先看一眼' })
      expect((await room.members[1]!.client.get(`/api/site/posts/${waits.body.id}/document`)).status).toBe(
        404,
      )
      const shown = await product().owner.patch(`/api/content/posts/${waits.body.id}/standing`, {
        state: 'published',
      })
      expect(shown.body).toMatchObject({ state: 'published' })
      const facts = await rows(
        `select name from event_log where object_id = $1 and name = 'post.published'`,
        [waits.body.id],
      )
      expect(facts).toHaveLength(1)
    } finally {
      undo()
    }
  })

  test('an Idempotency-Key sends once, also when two arrive together', async () => {
    const body = { boardId: room.chat, kind: 'discussion', document: documentOf('只发一次') }
    const headers = { 'idempotency-key': 'the-same-post' }
    const client = room.members[0]!.client
    const replies = await Promise.all([
      client.post('/api/site/posts', body, { headers }),
      client.post('/api/site/posts', body, { headers }),
    ])
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1)
    expect(await rows(`select 1 from post where excerpt = '只发一次'`)).toHaveLength(1)
  })
})

async function upload(who: Room['host']): Promise<string> {
  const [{ account_id }] = await rows('select account_id from member where id = $1', [who.memberId])
  const id = await storedFile(product().database.db, { ownerId: account_id })
  return (await rows('select token from file where id = $1', [id]))[0].token
}
