/** What HTTP adds to lists: who is asked to sign in, what is not found, and the switch of recommendations. */
import { beforeAll, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import { testCtx } from '#test/database.ts'
import { postRows, quietAudience } from '#test/post-rows.ts'
import { useProduct } from '#test/product.ts'
import { rankTopics } from './heat.ts'

const product = useProduct()
let board: Id
let post: Id

beforeAll(async () => {
  const { database } = product()
  const rows = postRows(database, new Date())
  const author = await rows.member('阿澈')
  board = await rows.board(await rows.group('手冲研究所'), '参数与复盘')
  post = await rows.post(board, author, { topics: ['水质与水温'], title: '换了净水，苦味少了一半' })
  await rows.post(board, author, { topics: ['水质与水温'], hours: 3 })
  await rankTopics(
    testCtx(database, undefined, new Date()),
    { audience: quietAudience(database) },
    'Asia/Shanghai',
  )
})

test('G33 strangers read what is open; what is a member’s own asks them to sign in', async () => {
  const { nobody } = product()
  const feed = await nobody.get('/api/site/feed')
  expect(feed.status, feed.text).toBe(200)
  expect(feed.body.items.map((card: { id: Id }) => card.id)).toContain(post)
  expect(feed.body.items[0].you).toBeNull()
  expect((await nobody.get('/api/site/home')).body).toMatchObject({
    topics: [{ name: '水质与水温', posts: 2 }],
    unanswered: 0,
  })
  expect((await nobody.get(`/api/site/posts/${post}/related`)).body.items).toHaveLength(1)
  for (const path of ['/api/member/unread', '/api/member/personalisation'])
    expect((await nobody.get(path)).body.code).toBe('sign_in_required')
})

test('what is not there is said so, and what makes no sense is refused', async () => {
  const { nobody } = product()
  const code = async (path: string) => (await nobody.get(path)).body.code
  expect(await code('/api/site/feed?board=999999')).toBe('board_not_found')
  expect(await code('/api/site/feed?group=no-such-group')).toBe('board_not_found')
  expect(await code('/api/site/topics/没有')).toBe('topic_not_found')
  expect(await code('/api/site/members/nobody')).toBe('author_not_found')
  expect(await code('/api/site/columns/nothing')).toBe('column_not_found')
  expect(await code('/api/site/posts/999999/related')).toBe('post_not_found')
  expect(await code('/api/site/feed?cursor=abc')).toBe('cursor_invalid')
  expect(await code('/api/site/feed/newer?since=abc')).toBe('cursor_invalid')
  for (const path of ['/api/site/feed?view=best', '/api/site/feed?limit=0', '/api/site/feed?limit=51'])
    expect((await nobody.get(path)).status).toBe(422)
})

test('L-08 recommendations are switched off and on in one call, and the consent says the same', async () => {
  const member = await product().member('青野')
  const view = async () => (await member.get('/api/site/feed?view=forYou')).body.personal
  for (const on of [true, false, true]) {
    expect((await member.put('/api/member/personalisation', { on })).body.on).toBe(on)
    expect(await view()).toBe(on)
    const { items } = (await member.get('/api/account/consents')).body
    expect(items.find((each: { purpose: string }) => each.purpose === 'personalisation').granted).toBe(on)
  }
})

test('a visit is kept for boards that one sees', async () => {
  const member = await product().member('青野')
  expect((await member.put(`/api/member/board-visits/${board}`, {})).status).toBe(204)
  expect((await member.put('/api/member/board-visits/999999', {})).body.code).toBe('board_not_found')
  const before = (await member.get(`/api/site/feed?board=${board}`)).body.since
  expect(Date.parse(before)).toBeGreaterThan(Date.now() - 60_000)
})
