/** One tap: reactions, bookmarks, follows, votes, accepted answers, tips. Numbers are what the rows say, whoever taps at once. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { allowed, answerGate, refused, wireGates } from '#base/facts/gate.ts'
import type { Audience } from '#modules/audience/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { memberActor, postRows, quietAudience } from '#test/post-rows.ts'
import { accessComment, accessPost } from '../access.ts'
import { mayTip } from '../gates.ts'
import { reactionKinds } from '../shapes.ts'
import { acceptAnswer } from './accepting.ts'
import { bookmark, findBookmarks, unbookmark } from './bookmarks.ts'
import { talkFields } from './fields.ts'
import { findFollow, findFollows, follow, unfollow } from './follows.ts'
import { closePoll, readPoll, vote } from './polls.ts'
import { findReactions, react, withdrawReaction } from './reactions.ts'
import { findTips, tip } from './tipping.ts'

const database = useDatabase()
const now = new Date('2026-11-22T11:30:00Z')

let audience: Audience
let rows: ReturnType<typeof postRows>
let host: Id
let ache: Id
let zhouzhou: Id
let group: Id
let board: Id
let closed: Id
let outsider: Id

const as = (id: Id, at = now): Ctx => testCtx(database(), memberActor(id), at)
const post = (id: Id, who: Id) => accessPost(as(who), audience, id)
const many = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(database().db)).rows
const factsOf = async (name: string) =>
  await many(sql<{ member: Id | null; object: Id; props: Record<string, unknown> }>`
    select member_id as member, object_id as object, props from event_log where name = ${name} order by tx, seq`)
/** Lets people do more than newcomers may in a day. */
const trust = async (...ids: Id[]) =>
  await many(sql`insert into member_trust (member_id, rank, since)
    select id, 4, ${now}::timestamptz from unnest(${ids}::bigint[]) as id on conflict do nothing`)

beforeAll(async () => {
  rows = postRows(database(), now)
  audience = quietAudience(database())
  host = await rows.member('许老师')
  ache = await rows.member('阿澈')
  zhouzhou = await rows.member('舟舟')
  outsider = await rows.member('路人')
  group = await rows.group('手冲研究所')
  board = await rows.board(group, '提问')
  closed = await rows.board(group, '群内', 'members')
  await rows.join(group, host, 'owner')
  await rows.join(group, ache)
  await rows.join(group, zhouzhou)
})

describe('reactions', () => {
  test('T2 whatever three people tap at once, the number beside the thing is what the rows say', async () => {
    await trust(host, ache, zhouzhou)
    const tapped = fc.record({
      who: fc.integer({ min: 0, max: 2 }),
      kind: fc.constantFrom(...reactionKinds, null),
      comment: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(tapped, { minLength: 1, maxLength: 12 }), async (taps) => {
        const id = await rows.post(board, ache)
        const commentId = await rows.comment(id, ache)
        await Promise.all(
          taps.map(async ({ who, kind, comment }) => {
            const asker = [host, ache, zhouzhou][who]!
            const thing = {
              post: await post(id, asker),
              comment: comment ? { id: commentId, authorId: ache } : undefined,
            }
            if (kind) await react(as(asker), thing, kind)
            else await withdrawReaction(as(asker), thing)
          }),
        )
        const [kept] = await many(sql<{ post: number; comment: number; onPost: number; onComment: number }>`
          select p.reaction_count as post, c.reaction_count as comment,
                 (select count(*)::int from reaction r where r.post_id = p.id and r.comment_id is null) as "onPost",
                 (select count(*)::int from reaction r where r.comment_id = c.id) as "onComment"
            from post p join comment c on c.post_id = p.id where p.id = ${id}::bigint`)
        expect([kept!.post, kept!.comment]).toEqual([kept!.onPost, kept!.onComment])
        expect(kept!.onPost).toBeLessThanOrEqual(3)
      }),
      { numRuns: 15 },
    )
  })

  test('another kind takes the place of the first; the same again is no news; nothing to take back is fine', async () => {
    const id = await rows.post(board, ache)
    const thing = { post: await post(id, zhouzhou) }
    const before = (await factsOf('reaction.given')).length
    await react(as(zhouzhou), thing, 'like')
    await react(as(zhouzhou), thing, 'like')
    await react(as(zhouzhou), thing, 'thanks')
    expect(await findReactions(as(zhouzhou), thing)).toEqual({
      count: 1,
      kinds: { like: 0, love: 0, laugh: 0, wow: 0, thanks: 1 },
      yours: 'thanks',
    })
    expect((await factsOf('reaction.given')).length - before).toBe(2)
    await withdrawReaction(as(zhouzhou), thing)
    await withdrawReaction(as(zhouzhou), thing)
    expect(await findReactions(as(zhouzhou), thing)).toMatchObject({ count: 0, yours: null })
  })

  test('T28 two people on both orders of a post and its comment never block each other for good', async () => {
    const id = await rows.post(board, ache)
    const commentId = await rows.comment(id, ache)
    const comment = { id: commentId, authorId: ache }
    for (let round = 0; round < 10; round++)
      await Promise.all(
        [host, ache, zhouzhou].flatMap(async (who) => {
          const seen = await post(id, who)
          await Promise.all([
            react(as(who), { post: seen }, 'like'),
            react(as(who), { post: seen, comment }, 'love'),
            withdrawReaction(as(who), { post: seen }),
          ])
        }),
      )
    expect((await findReactions(as(host), { post: await post(id, host), comment })).count).toBe(3)
  })

  test('who may look but not take part does not react', async () => {
    const id = await rows.post(board, ache)
    await many(sql`delete from board_grant where board_id = ${board}::bigint and action = 'react'`)
    await many(
      sql`insert into board_grant (board_id, action, who) values (${board}::bigint, 'react', 'members')`,
    )
    await expect(react(as(outsider), { post: await post(id, outsider) }, 'like')).rejects.toMatchObject({
      code: 'may_not_react',
    })
  })
})

describe('bookmarks', () => {
  test('T4 kept last comes first, page by page; keeping twice counts once, letting go twice too', async () => {
    const ids: Id[] = []
    for (let index = 0; index < 5; index++) {
      const id = await rows.post(board, ache)
      ids.push(id)
      const at = as(zhouzhou, new Date(now.getTime() + index * 1000))
      await bookmark(at, await post(id, zhouzhou))
      await bookmark(at, await post(id, zhouzhou))
    }
    const first = await findBookmarks(as(zhouzhou), zhouzhou, { after: undefined, limit: 3 })
    const second = await findBookmarks(as(zhouzhou), zhouzhou, { after: first.next!, limit: 3 })
    expect([...first.ids, ...second.ids]).toEqual(ids.toReversed())
    expect(second.next).toBeNull()
    await unbookmark(as(zhouzhou), ids[0]!)
    await unbookmark(as(zhouzhou), ids[0]!)
    const counts = await many(sql<{ count: number }>`
      select bookmark_count as count from post where id = any(${ids}::bigint[]) order by id`)
    expect(counts.map((row) => row.count)).toEqual([0, 1, 1, 1, 1])
  })
})

describe('follows', () => {
  test('T5 posts, topics, boards and people are followed, muted and let go; a topic knows how many follow it', async () => {
    const id = await rows.post(board, ache, { title: '豆单', topics: ['埃塞俄比亚'] })
    const backRoom = await rows.board(await rows.group('里屋', 'private'), '里面', 'members')
    await rows.post(backRoom, ache, { topics: ['未公布'] })
    const unseen = follow(as(zhouzhou), audience, 'topic', '未公布', false)
    await expect(unseen, 'G33').rejects.toMatchObject({ code: 'nothing_to_follow' })
    const [token] = await many(sql<{ token: string }>`select token from member where id = ${ache}::bigint`)
    const named = [
      ['post', id],
      ['topic', '埃塞俄比亞'],
      ['board', board],
      ['member', token!.token],
    ] as const
    for (const [what, name] of named) {
      expect(await follow(as(zhouzhou), audience, what, name, false)).toEqual({
        following: true,
        muted: false,
      })
      await follow(as(zhouzhou), audience, what, name, false)
    }
    const followers = () =>
      many(sql<{ count: number }>`select follower_count as count from topic where name = '埃塞俄比亚'`)
    expect((await followers())[0]!.count).toBe(1)
    const { items } = await findFollows(as(zhouzhou), audience, {
      what: undefined,
      after: undefined,
      limit: 20,
    })
    expect(items.map((each) => [each.what, each.name])).toEqual([
      ['member', '阿澈'],
      ['board', '提问'],
      ['topic', '#埃塞俄比亚'],
      ['post', '豆单'],
    ])
    await follow(as(zhouzhou), audience, 'topic', '埃塞俄比亚', true)
    expect(await findFollow(as(zhouzhou), audience, 'topic', '埃塞俄比亚')).toEqual({
      following: false,
      muted: true,
    })
    expect((await followers())[0]!.count).toBe(0)
    await unfollow(as(zhouzhou), audience, 'board', board)
    await unfollow(as(zhouzhou), audience, 'board', board)
    expect(await findFollow(as(zhouzhou), audience, 'board', board)).toMatchObject({ following: false })
    await expect(follow(as(ache), audience, 'member', token!.token, false)).rejects.toMatchObject({
      code: 'not_oneself',
    })
  })

  test('G33 a board that one may not see cannot be followed, and what one lost sight of is not listed', async () => {
    await expect(follow(as(outsider), audience, 'board', closed, false)).rejects.toMatchObject({
      code: 'nothing_to_follow',
    })
    const leaver = await rows.member('要走的人')
    const stay = await rows.join(group, leaver)
    const inside = await rows.post(closed, ache, { title: '只给群里' })
    await follow(as(leaver), audience, 'post', inside, false)
    await many(
      sql`update group_membership set left_at = ${now}, left_how = 'left', left_by = 'test' where id = ${stay}::bigint`,
    )
    const { items } = await findFollows(as(leaver), audience, {
      what: undefined,
      after: undefined,
      limit: 20,
    })
    expect(items).toEqual([])
  })
})

describe('polls', () => {
  const openPoll = async ({ choices = 1, shown = 'voted', closesAt = null as Date | null } = {}) => {
    const id = await rows.post(board, ache, { kind: 'poll' })
    await many(sql`insert into poll (post_id, choices, closes_at, shown)
      values (${id}::bigint, ${choices}, ${closesAt}::timestamptz, ${shown})`)
    const options = await many(sql<{ id: Id }>`
      insert into poll_option (post_id, position, label)
      select ${id}::bigint, n, '选项 ' || n from generate_series(1, 3) as n returning id`)
    return { id, options: options.map((row) => row.id) }
  }
  const real = (id: Id) =>
    many(sql<{ kept: number; real: number; voters: number; people: number }>`
      select sum(o.vote_count)::int as kept, (select count(*)::int from poll_vote v where v.post_id = ${id}::bigint) as real,
             min(l.voter_count) as voters,
             (select count(distinct member_id)::int from poll_vote v where v.post_id = ${id}::bigint) as people
        from poll_option o join poll l on l.post_id = o.post_id where o.post_id = ${id}::bigint`)

  test('S2-08 votes are changed and taken back until the end; the figures are for those who have voted', async () => {
    const { id, options } = await openPoll()
    expect((await readPoll(as(zhouzhou), await post(id, zhouzhou))).options[0]).toMatchObject({
      votes: null,
      share: null,
    })
    await vote(as(zhouzhou), await post(id, zhouzhou), [options[0]!])
    await vote(as(zhouzhou), await post(id, zhouzhou), [options[1]!])
    await vote(as(host), await post(id, host), [options[1]!])
    const seen = await readPoll(as(zhouzhou), await post(id, zhouzhou))
    expect(seen.options.map((each) => [each.votes, each.share, each.yours])).toEqual([
      [0, 0, false],
      [2, 1, true],
      [0, 0, false],
    ])
    expect(seen.voters).toBe(2)
    await vote(as(zhouzhou), await post(id, zhouzhou), [])
    expect((await real(id))[0]).toEqual({ kept: 1, real: 1, voters: 1, people: 1 })
    await expect(vote(as(host), await post(id, host), [options[0]!, options[2]!])).rejects.toMatchObject({
      code: 'too_many_choices',
    })
    await expect(vote(as(host), await post(id, host), ['999999'])).rejects.toMatchObject({
      code: 'option_unknown',
    })
  })

  test('thirty votes of three people at once leave right numbers', async () => {
    const { id, options } = await openPoll({ choices: 2 })
    const tries = Array.from({ length: 30 }, (_, index) => index)
    await Promise.all(
      tries.map(async (index) => {
        const who = [host, ache, zhouzhou][index % 3]!
        await vote(
          as(who),
          await post(id, who),
          options.filter((_, place) => (index >> place) % 2 === 1).slice(0, 2),
        )
      }),
    )
    const [numbers] = await real(id)
    expect([numbers!.kept, numbers!.voters]).toEqual([numbers!.real, numbers!.people])
  })

  test('a poll ends at its hour, or when its author ends it; hidden figures are shown then', async () => {
    const over = await openPoll({ closesAt: new Date(now.getTime() - 1) })
    await expect(vote(as(zhouzhou), await post(over.id, zhouzhou), [over.options[0]!])).rejects.toMatchObject(
      { code: 'poll_closed' },
    )
    const secret = await openPoll({ shown: 'closed' })
    await vote(as(zhouzhou), await post(secret.id, zhouzhou), [secret.options[0]!])
    expect((await readPoll(as(zhouzhou), await post(secret.id, zhouzhou))).options[0]!.votes).toBeNull()
    await expect(closePoll(as(zhouzhou), await post(secret.id, zhouzhou))).rejects.toMatchObject({
      code: 'may_not_moderate',
    })
    await closePoll(as(ache), await post(secret.id, ache))
    const after = await readPoll(
      as(zhouzhou, new Date(now.getTime() + 1000)),
      await post(secret.id, zhouzhou),
    )
    expect(after).toMatchObject({ open: false, can: { vote: false, close: false } })
    expect(after.options[0]!.votes).toBe(1)
  })
})

describe('accepted answers', () => {
  const accepted = async (id: Id) =>
    (
      await many(sql<{ id: Id | null }>`select accepted_comment_id as id from post where id = ${id}::bigint`)
    )[0]!.id

  test('T3 who asked accepts, changes his mind and takes it back; others may not, hosts may and it is written down', async () => {
    const id = await rows.post(board, ache, { kind: 'question' })
    const [one, two] = [await rows.comment(id, zhouzhou), await rows.comment(id, host)]
    await expect(acceptAnswer(as(zhouzhou), await post(id, zhouzhou), one)).rejects.toMatchObject({
      code: 'may_not_accept',
    })
    await acceptAnswer(as(ache), await post(id, ache), one)
    const before = await talkFields.read(as(ache), [zhouzhou])
    await acceptAnswer(as(ache), await post(id, ache), two)
    expect(await accepted(id)).toBe(two)
    expect(before.get(zhouzhou)!['content.accepted_answers']).toBe(1)
    expect((await talkFields.read(as(ache), [zhouzhou])).get(zhouzhou)!['content.accepted_answers']).toBe(0)
    // Both whose number changed are told of in the log, so that their fields are read again.
    expect((await factsOf('answer.chosen')).map((fact) => fact.member)).toEqual([zhouzhou, host])
    await acceptAnswer(as(ache), await post(id, ache), null)
    expect(await accepted(id)).toBeNull()
    await acceptAnswer(as(host), await post(id, host), one)
    const audited = await many(
      sql`select action from audit_entry where object_kind = 'post' and object_id = ${id}`,
    )
    expect(audited).toEqual([{ action: 'content.answer_accepted' }])
  })

  test('only questions have one, and only a comment of theirs that is seen', async () => {
    const talk = await rows.post(board, ache)
    const said = await rows.comment(talk, zhouzhou)
    await expect(acceptAnswer(as(ache), await post(talk, ache), said)).rejects.toMatchObject({
      code: 'not_question',
    })
    const question = await rows.post(board, ache, { kind: 'question' })
    await expect(acceptAnswer(as(ache), await post(question, ache), said)).rejects.toMatchObject({
      code: 'comment_not_found',
    })
    expect((await accessComment(as(ache), audience, said)).post.id).toBe(talk)
  })
})

describe('tips', () => {
  test('S2-07 without anybody who keeps points a tip is refused and nothing is kept', async () => {
    const id = await rows.post(board, ache)
    await expect(tip(as(zhouzhou), await post(id, zhouzhou), { points: 5, key: 'a' })).rejects.toMatchObject({
      code: 'tip_refused',
    })
    expect(await findTips(as(zhouzhou), id)).toEqual({ points: 0, tippers: 0 })
    expect(await factsOf('post.tipped')).toEqual([])
  })

  test('S2-07 points move once for each key, in the same transaction, also when the button is hit five times', async () => {
    const purse = new Map<string, number>()
    const undo = wireGates(
      [mayTip],
      [
        answerGate(mayTip, 'moves points', async (_, { key, points, fromId }) => {
          if (fromId === host) return refused({ zh: '积分不足', en: 'not enough points' })
          purse.set(key, (purse.get(key) ?? 0) + points)
          return allowed
        }),
      ],
    )
    try {
      const id = await rows.post(board, ache)
      const seen = await post(id, zhouzhou)
      await Promise.all(Array.from({ length: 5 }, () => tip(as(zhouzhou), seen, { points: 5, key: 'gift' })))
      await tip(as(zhouzhou), seen, { points: 2, key: 'another' })
      expect([...purse.values()]).toEqual([5, 2])
      expect(await findTips(as(zhouzhou), id)).toEqual({ points: 7, tippers: 1 })
      await expect(tip(as(host), await post(id, host), { points: 5, key: 'x' })).rejects.toMatchObject({
        code: 'tip_refused',
        options: { values: { because: '积分不足' } },
      })
      await expect(tip(as(ache), await post(id, ache), { points: 5, key: 'y' })).rejects.toMatchObject({
        code: 'own_words',
      })
      expect(await findTips(as(zhouzhou), id)).toEqual({ points: 7, tippers: 1 })
    } finally {
      undo()
    }
  })
})
