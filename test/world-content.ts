/**
 * What the named people of 山丘咖啡 wrote: the part of the corpus that is theirs, through the verbs, at its
 * time. The rest of it belongs to simulated members and comes with the demo.
 */
import type { Actor, Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { answerGate, held, wireGates } from '#base/facts/gate.ts'
import { openAudience } from '#modules/audience/api.ts'
import { accessPost } from '#modules/content/access.ts'
import { type CorpusPost, columns, corpus, somebody } from '#modules/content/demo/corpus.ts'
import { documentOf } from '#modules/content/demo/document.ts'
import type { Pictures } from '#modules/content/demo/write.ts'
import { mayPublish } from '#modules/content/gates.ts'
import { beginDraft } from '#modules/content/posts/drafts.ts'
import { publishPost } from '#modules/content/posts/publish.ts'
import { changeStanding } from '#modules/content/posts/standing.ts'
import { acceptAnswer } from '#modules/content/talk/accepting.ts'
import { bookmark } from '#modules/content/talk/bookmarks.ts'
import { follow } from '#modules/content/talk/follows.ts'
import { vote } from '#modules/content/talk/polls.ts'
import { postComment } from '#modules/content/talk/posting.ts'
import { react } from '#modules/content/talk/reactions.ts'
import { report } from '#modules/content/talk/reporting.ts'
import { membershipFields } from '#modules/groups/memberships/fields.ts'
import { addMembers } from '#modules/groups/memberships/memberships.ts'
import { joinCommunity } from '#modules/members/api.ts'
import type { Someone, World } from './world.ts'
import { colleagues, fellows, owner } from './world-people.ts'
import { fillShelf } from './world-shelf.ts'

type At = (actor: Actor, daysAgo: number, hour?: number) => Ctx

const dayMs = 86_400_000
const hourMs = 3_600_000

const xu = colleagues.find(({ key }) => key === 'xulaoshi')!

/** Whoever of the team writes is a member too: with a name, a profile and a place in the groups. */
const writers = ['linxiao', 'hechuan', 'chenlang', 'tangguo', 'laozhou', 'xulaoshi'] as const

const stays: readonly (readonly [slug: string, keys: readonly string[], daysAgo: number])[] = [
  ['start-here', [...writers, 'hanxiaohe', 'laoxu'], 180],
  ['pour-over', ['linxiao', 'tangguo', 'xulaoshi', 'hechuan'], 165],
  ['pour-over', ['hanxiaohe'], 120],
  ['start-here', ['xumu', 'songzhiyi'], 96],
  ['start-here', ['zhouzhou'], 76],
  ['start-here', ['nanxing', 'momo'], 54],
  ['pour-over', ['keke'], 30],
  ['offers', ['linxiao', 'tangguo'], 158],
  ['offers', ['laoxu', 'hanxiaohe', 'songzhiyi', 'nanxing', 'xiaoman', 'keke', 'ache'], 1],
  ['beta', ['chenlang', 'linxiao', 'hanxiaohe'], 120],
  ['shanghai', ['ache', 'xumu', 'xulaoshi', 'momo'], 50],
  ['office', ['laozhou', 'linxiao'], 88],
]

export interface ContentWorld {
  /** Members by key, of the team too. */
  readonly people: ReadonlyMap<string, Id>
  /** Posts by the key of the corpus. */
  readonly posts: ReadonlyMap<string, Id>
}

type Parts = Parameters<typeof openAudience>[0]

/**
 * `pictures`: scenes that stand in the files already; posts that are nothing without one are left out where
 * there are none.
 */
export async function buildContentWorld(
  parts: Parts,
  world: World,
  at: At,
  now: Date,
  pictures: Pictures = new Map(),
): Promise<ContentWorld> {
  const audience = openAudience(parts, { facts: () => [], fields: () => [membershipFields] })
  const people = await settleWriters(world, at)
  const boards = await findBoards(at({ kind: 'system', name: 'world' }, 0))
  const system: Actor = { kind: 'system', name: 'world' }
  const moment = (when: number): Ctx => ({ ...at(system, 0), now: new Date(Math.min(when, now.getTime())) })
  const as = (key: string, when = now.getTime()): Ctx => {
    const who: Someone = world.members[key] ?? world.operators[key]!
    return { ...moment(when), actor: { ...who.actor, memberId: people.get(key)! } }
  }
  const tokens = await findTokens(moment(now.getTime()), people)
  const resolve = {
    picture: (scene: number) => pictures.get(scene)?.token,
    member: (key: string) => tokens.get(key),
    product: (sku: string) => products.get(sku),
  }
  const products = await fillShelf(moment(now.getTime() - 120 * dayMs), pictures)
  const columnIds = await openColumns(moment, people, now)
  const posts = new Map<string, Id>()
  for (const post of corpus
    .filter((each) => each.by !== somebody)
    .toSorted((one, other) => other.daysAgo - one.daysAgo)) {
    const authorId = people.get(post.by)
    const boardId = boards.get(`${post.group}/${post.board}`)
    if (!authorId || !boardId) throw new Error(`The corpus knows nobody or nowhere: ${post.key}`)
    if (needsPicture(post) && pictures.size === 0) continue
    const when = momentOf(post, now)
    const { id } = await publishPost(
      moment(when),
      { audience },
      {
        boardId,
        kind: post.kind === 'video' ? 'photo' : post.kind,
        title: post.title,
        document: documentOf(linesOf(post, pictures), resolve),
        columnId: columnIds.get(post.column) ?? null,
        publishAt: null,
        poll:
          post.poll.length > 0
            ? { question: '', options: [...post.poll], choices: 1, closesAt: null, shown: 'voted' }
            : null,
        draftId: null,
      },
      { as: authorId, at: new Date(when), source: `corpus:${post.key}` },
    )
    posts.set(post.key, id)
    await discuss(post, id, when)
    if (post.featured || post.pinned)
      await changeStanding(as('linxiao', when + hourMs), await accessPost(as('linxiao'), audience, id), {
        reason: '',
        ...(post.featured ? { featured: true } : {}),
        ...(post.pinned ? { pinned: post.kind === 'article' ? 'group' : 'board' } : {}),
      })
  }
  await live()
  return { people, posts }

  async function discuss(post: CorpusPost, postId: Id, when: number): Promise<void> {
    const gap = Math.min(2.5 * hourMs, (now.getTime() - when) / (post.comments.length * 2 + 3))
    for (const [index, comment] of post.comments.entries()) {
      if (comment.by === somebody) continue
      const source = `corpus:${post.key}:${index}`
      const said = async (by: string, text: string, after: number, name: string, parentId?: Id) => {
        // Nobody answers before he was here.
        const came = tokens.get(by)!.joinedAt.getTime() + hourMs
        const at = Math.min(Math.max(after, came), now.getTime() - 60_000)
        const { id } = await postComment(
          moment(at),
          { audience },
          { postId, document: documentOf([text], resolve), parentId: parentId ?? null },
          { as: people.get(by)!, at: new Date(at), source: name },
        )
        return { id, at }
      }
      const head = await said(comment.by, comment.text, when + (index * 2 + 1) * gap, source)
      for (const [place, reply] of comment.replies.entries())
        if (reply.by !== somebody)
          await said(reply.by, reply.text, head.at + (1 + place / 4) * gap, `${source}.${place}`, head.id)
      if (comment.accepted)
        await acceptAnswer(
          as(post.by, head.at + gap),
          await accessPost(as(post.by), audience, postId),
          head.id,
        )
    }
  }

  /** What they liked, kept, follow and voted for; what lies in a drawer; what somebody reported. */
  async function live(): Promise<void> {
    const access = async (key: string, post: string) => {
      const id = posts.get(post)
      return id === undefined ? undefined : await accessPost(as(key), audience, id)
    }
    for (const [key, ...liked] of [
      ['qingye', 'five-temperatures', 'wed-poll', 'beans-november', 'failed-ten'],
      ['laoxu', 'five-temperatures', 'shop-diary-1', 'glossary'],
      ['songzhiyi', 'five-temperatures', 'cupping-notes', 'failed-ten'],
      ['xumu', 'failed-ten', 'three-drippers'],
      ['xiaoman', 'first-week', 'glossary', 'live-sat', 'sour-yirgacheffe'],
      ['ache', 'four-six', 'kenya-88', 'shop-diary-2'],
    ] as const)
      for (const [place, post] of liked.entries()) {
        const accessed = await access(key, post)
        if (accessed) await react(as(key), { post: accessed }, place === 1 ? 'love' : 'like')
      }
    for (const [key, post] of [
      ['xiaoman', 'glossary'],
      ['xiaoman', 'what-gear'],
      ['qingye', 'grinder-align'],
      ['xumu', 'five-temperatures'],
    ] as const) {
      const accessed = await access(key, post)
      if (accessed) await bookmark(as(key), accessed)
    }
    for (const [key, topic] of [
      ['xiaoman', '磨豆机求推荐'],
      ['qingye', '冬天喝什么豆'],
      ['qingye', '水质与水温'],
      ['qingye', '磨豆机求推荐'],
    ] as const)
      await follow(as(key), audience, 'topic', topic, false)
    await follow(as('xiaoman'), audience, 'member', tokens.get('ache')!.token, false)
    for (const [key, option] of [
      ['ache', 0],
      ['laoxu', 2],
      ['qingye', 0],
    ] as const) {
      const poll = await access(key, 'wed-poll')
      if (!poll) continue
      const options = await as(key)
        .db.selectFrom('poll_option')
        .select('id')
        .where('post_id', '=', poll.id)
        .orderBy('position')
        .execute()
      await vote(as(key), poll, [options[option]!.id])
    }
    await beginDraft(as('xiaoman'), audience, people.get('xiaoman')!, {
      postId: null,
      boardId: boards.get('start-here/新手上手')!,
      kind: 'question',
      title: '水温计买哪种',
      document: documentOf(['探针式和红外的差别大吗？预算一百以内，'], resolve),
      extras: {},
      device: '小满的 iPhone',
    })
    await publishPost(
      as('tangguo'),
      { audience },
      {
        boardId: boards.get('pour-over/提问')!,
        kind: 'announcement',
        title: '周四起，提问区试行「两小时答疑接力」',
        document: documentOf(
          ['每晚 20:00 到 22:00 有两位主理人在线，先到先答。名单贴在第一条评论。'],
          resolve,
        ),
        columnId: null,
        publishAt: new Date(now.getTime() + 1.5 * dayMs).toISOString(),
        poll: null,
        draftId: null,
      },
    )
    const advertised = await publishPost(
      moment(now.getTime() - 3 * hourMs),
      { audience },
      {
        boardId: boards.get('start-here/新手上手')!,
        kind: 'discussion',
        title: '全网最低价滤纸，加我微信',
        document: documentOf(['一箱起批，不议价，要的私聊。'], resolve),
        columnId: null,
        publishAt: null,
        poll: null,
        draftId: null,
      },
      {
        as: people.get('nanxing')!,
        at: new Date(now.getTime() - 3 * hourMs),
        source: 'corpus:advertisement',
      },
    )
    await wait()
    const bad = await accessPost(as('xiaoman'), audience, advertised.id)
    await report(as('xiaoman'), { post: bad }, { reason: 'spam', note: '刚进来就看到广告' })
    await report(as('laoxu'), { post: bad }, { reason: 'spam', note: '' })
  }

  /** A newcomer's first post, which the team looks at before the others see it. */
  async function wait(): Promise<void> {
    const undo = wireGates(
      [mayPublish],
      [
        answerGate(mayPublish, 'newcomers', async () =>
          held({ zh: '新成员的帖子先由团队看一眼', en: 'The team looks at posts of newcomers first' }),
        ),
      ],
    )
    try {
      await publishPost(
        as('keke', now.getTime() - 2 * hourMs),
        { audience },
        {
          boardId: boards.get('pour-over/提问')!,
          kind: 'question',
          title: '滤杯是朋友代购的，怎么看真假？',
          document: documentOf(['底部的刻字有点浅，和官网图不太一样。卖家微信里说是老款。'], resolve),
          columnId: null,
          publishAt: null,
          poll: null,
          draftId: null,
        },
      )
    } finally {
      undo()
    }
  }
}

const needsPicture = (post: CorpusPost): boolean =>
  post.kind === 'photo' || post.kind === 'picture_question' || post.kind === 'video'

/** A film of the corpus is shown as a picture: the demo brings none. */
const linesOf = (post: CorpusPost, pictures: Pictures): readonly string[] =>
  post.kind === 'video' && pictures.size > 0 ? [...post.lines, '![](scene:1)'] : post.lines

/** The hour at which somebody would have posted it, in Shanghai; nothing lies ahead. */
function momentOf(post: CorpusPost, now: Date): number {
  const hour = 8 + ((post.key.length * 7 + post.daysAgo) % 13)
  const day = new Date(now.getTime() - post.daysAgo * dayMs)
  day.setUTCHours(hour - 8, (post.key.length * 11) % 60, 0, 0)
  return Math.min(day.getTime(), now.getTime() - hourMs * (1 + (post.key.length % 5)))
}

async function settleWriters(world: World, at: At): Promise<Map<string, Id>> {
  const people = new Map(Object.entries(world.members).map(([key, member]) => [key, member.memberId]))
  for (const key of writers) {
    const { accountId, name } = world.operators[key]!
    const ctx = at({ kind: 'system', name: 'world' }, 180, 9)
    people.set(
      key,
      await joinCommunity(ctx, {
        accountId,
        nickname: name,
        source: { channel: 'direct', landing: '/', at: ctx.now.toISOString() },
      }),
    )
  }
  const lin = world.operators.linxiao!.actor
  const groups = await at(lin, 0).db.selectFrom('community_group').select(['id', 'slug']).execute()
  for (const [slug, keys, daysAgo] of stays)
    await addMembers(
      at(lin, daysAgo, 11),
      groups.find((group) => group.slug === slug)!.id,
      keys.map((key) => people.get(key)!),
      { way: 'import' },
    )
  return people
}

/** Members of the named world by key, as they stand in an installation. */
export async function findWriters(ctx: Ctx): Promise<Map<string, Id>> {
  const rows = await ctx.db
    .selectFrom('member')
    .innerJoin('account', 'account.id', 'member.account_id')
    .select(['member.id', 'account.email'])
    .where('member.seed_run_id', 'is', null)
    .execute()
  const keys = [...fellows, ...colleagues, owner].map(({ key }) => key)
  return new Map(
    rows.flatMap(({ id, email }) => {
      const key = keys.find(
        (each) => email?.startsWith(`${each}@`) || (each === 'xulaoshi' && email === xu.email),
      )
      return key ? [[key, id] as const] : []
    }),
  )
}

async function findBoards(ctx: Ctx): Promise<Map<string, Id>> {
  const rows = await ctx.db
    .selectFrom('board')
    .innerJoin('community_group', 'community_group.id', 'board.group_id')
    .select(['board.id', 'board.name', 'community_group.slug'])
    .where('board.archived_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [`${row.slug}/${row.name}`, row.id]))
}

async function findTokens(ctx: Ctx, people: ReadonlyMap<string, Id>) {
  const rows = await ctx.db
    .selectFrom('member')
    .select(['id', 'token', 'nickname as name', 'joined_at as joinedAt'])
    .where('id', 'in', [...people.values()])
    .execute()
  return new Map([...people].map(([key, id]) => [key, rows.find((row) => row.id === id)!]))
}

async function openColumns(
  moment: (when: number) => Ctx,
  people: ReadonlyMap<string, Id>,
  now: Date,
): Promise<Map<string, Id>> {
  const ids = new Map<string, Id>()
  for (const { slug, name, owner, summary } of columns) {
    const ctx = moment(now.getTime() - 110 * dayMs)
    const { id } = await ctx.db
      .insertInto('article_column')
      .values({
        slug,
        name,
        summary,
        owner_id: people.get(owner)!,
        created_at: ctx.now,
        created_by: 'system:world',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(slug, id)
  }
  return ids
}
