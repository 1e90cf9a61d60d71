/** The written corpus and some of its long tail as rows, without the years around it: what search is measured on. */
import { toPlainText } from '#base/html/plain-text.ts'
import { fold } from '#base/search/fold.ts'
import { corpus } from '#modules/content/demo/corpus.ts'
import { documentOf } from '#modules/content/demo/document.ts'
import { postFor, readiness } from '#modules/content/demo/tail.ts'
import { readWords } from '#modules/content/words.ts'
import type { TestDatabase } from './database.ts'

const groups = [
  ['start-here', '新手村', '从第一杯开始，问什么都可以'],
  ['offers', '福利社', '每周二上新和群内价'],
  ['office', '办公室咖啡', '给公司配咖啡角'],
  ['pour-over', '手冲研究所', '参数、复盘、豆单和器具'],
  ['beta', '内测营', '新豆和新功能先试'],
  ['shanghai', '上海同城', '约杯测、探店'],
] as const
/** Nicknames of who writes in the corpus, and some others. */
const people = [
  '阿澈',
  '青野',
  '老徐',
  '宋知意',
  '徐牧',
  '周叙',
  '唐果',
  '许老师',
  '陈青',
  '澈底',
  '林晓',
  '小满',
] as const

const tailPosts = 1_500

/** Lays the rows; each member is in no group: who looks must be of the team. */
export async function layCorpus({ pool }: TestDatabase, now: Date): Promise<void> {
  const ask = async <T extends Record<string, unknown>>(text: string, rows: unknown) =>
    (await pool.query<T>(text, [JSON.stringify(rows)])).rows
  await ask(
    `insert into member (token, nickname, joined_at) select 'corpus-' || o, name, now()
       from jsonb_array_elements_text($1::jsonb) with ordinality as p (name, o)`,
    people,
  )
  await ask(
    `insert into community_group (slug, name, summary, glyph, colour, kind, tier_id, visibility, created_at, created_by)
     select g ->> 0, g ->> 1, g ->> 2, '咖', 'pine', 'interest', (select min(id) from group_tier), 'public', now(), 'test'
       from jsonb_array_elements($1::jsonb) as g`,
    groups,
  )
  const boards = [
    ...new Set([...corpus.map((post) => `${post.group}/${post.board}`), ...Object.keys(readiness)]),
  ]
  await ask(
    `with made as (
       insert into board (group_id, name, position, created_at)
       select g.id, b ->> 1, 1, now() from jsonb_array_elements($1::jsonb) as b
         join community_group g on g.slug = b ->> 0 returning id)
     insert into board_grant (board_id, action, who) select id, 'see', 'anyone' from made`,
    boards.map((board) => board.split('/')),
  )
  const taken = new Set(corpus.map(({ title }) => title))
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * 86_400_000).toISOString()
  const posts = [
    ...corpus.map((post) => ({
      ...wordsOf(post.title, post.lines),
      source: `corpus:${post.key}`,
      kind: post.kind,
      board: post.board,
      group: post.group,
      at: at(post.daysAgo),
      comments: post.comments.map(({ text }) => text),
      likes: post.featured ? 20 : 3,
    })),
    ...Array.from({ length: tailPosts }, (_, index) => {
      const board = boards.filter((each) => each in readiness)[index % Object.keys(readiness).length]!
      const post = postFor(board, `search:${index}`, taken)
      const [group, name] = board.split('/')
      return {
        ...wordsOf(post.title, post.lines),
        source: `tail:${index}`,
        kind: post.kind,
        board: name,
        group,
        at: at(index % 300),
        comments: [],
        likes: index % 4,
      }
    }),
  ]
  const topics = new Map(posts.flatMap((post) => post.topics).map((name) => [fold(name), name]))
  await ask(
    `insert into topic (name, folded, post_count, created_at)
     select t ->> 1, t ->> 0, 5, now() from jsonb_array_elements($1::jsonb) as t`,
    [...topics],
  )
  await ask(
    `with given as (select p, nextval(pg_get_serial_sequence('post', 'id')) as id from jsonb_array_elements($1::jsonb) as p),
     made as (
       insert into post (id, group_id, board_id, author_id, kind, state, title, created_at, published_at, reaction_count, comment_count, source)
       select given.id, b.group_id, b.id, (select min(id) from member), p ->> 'kind', 'published', p ->> 'title',
              (p ->> 'at')::timestamptz, (p ->> 'at')::timestamptz, (p ->> 'likes')::int, jsonb_array_length(p -> 'comments'), p ->> 'source'
         from given join community_group g on g.slug = p ->> 'group' join board b on b.group_id = g.id and b.name = p ->> 'board'),
     bodies as (
       insert into post_body (post_id, document, html, plain) select id, '{}', '', p ->> 'plain' from given),
     tagged as (
       insert into post_topic (post_id, topic_id)
       select given.id, t.id from given, jsonb_array_elements_text(p -> 'folded') as f join topic t on t.folded = f)
     insert into comment (post_id, author_id, state, document, html, plain, created_at)
     select given.id, (select min(id) from member), 'published', '{}', '', c, now()
       from given, jsonb_array_elements_text(p -> 'comments') as c`,
    posts,
  )
}

function wordsOf(title: string, lines: readonly string[]) {
  const document = documentOf(lines, { picture: () => undefined })
  const { topics } = readWords(document)
  return { title, plain: toPlainText(document), topics, folded: topics.map(fold) }
}
