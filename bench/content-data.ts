/** A community of the size that the bars name: 100,000 members, 100,000 posts, a million comments. */
import { dict } from '@node-rs/jieba/dict.js'
import type { Pool } from 'pg'

/** A tenth or a fifth of it is enough while one tries something: `BENCH_CONTENT_SCALE=0.2`. */
const scale = Number(process.env.BENCH_CONTENT_SCALE ?? 1)

export const sizes = {
  members: 100_000 * scale,
  posts: 100_000 * scale,
  comments: 1_000_000 * scale,
  groups: 20,
  boards: 5,
} as const

interface Word {
  readonly text: string
  readonly often: number
  readonly kind: string
}

/** The words of Chinese by how often they are used, which falls off as Zipf says: a few are everywhere, most are rare. */
const vocabulary: readonly Word[] = Buffer.from(dict)
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => {
    const [text = '', often = '0', kind = ''] = line.split(' ')
    return { text, often: Number(often), kind }
  })
  .sort((one, other) => other.often - one.often || (one.text < other.text ? -1 : 1))
  .slice(0, 40_000)

/**
 * What people look for: things of two characters, from the usual (in one post of ten) to the rare (in one of
 * a thousand), evenly over the orders of magnitude.
 */
export const terms: readonly string[] = Array.from({ length: 40 }, (_, at) => {
  const rank = Math.round(300 * (10_000 / 300) ** (at / 39))
  return vocabulary.slice(rank).find(({ text, kind }) => text.length === 2 && kind === 'n')!.text
})

/** The same numbers in each run. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Texts of each length; every row picks one. */
const texts = 20_000
const lengths = { title: 6, comment: 14, post: 120 } as const

async function makeTexts(run: (sql: string, values?: unknown[]) => Promise<unknown>): Promise<void> {
  const random = chance(42)
  let sum = 0
  const upTo = Float64Array.from(vocabulary, ({ often }) => (sum += often))
  const word = (): string => {
    const sought = random() * sum
    let [from, to] = [0, upTo.length - 1]
    while (from < to) {
      const middle = (from + to) >> 1
      if (upTo[middle]! > sought) to = middle
      else from = middle + 1
    }
    return vocabulary[from]!.text
  }
  /** Half to one and a half times as many words, in sentences. */
  const text = (usual: number): string => {
    let made = ''
    const count = Math.ceil(usual * (0.5 + random()))
    for (let at = 1; at <= count; at++)
      made += word() + (at === count || at % 7 > 0 ? '' : at % 21 === 0 ? '。' : '，')
    return made
  }
  await run('create temp table bench_text (id int primary key, title text, comment text, post text)')
  for (let from = 0; from < texts; from += 2_000) {
    const ids = Array.from({ length: 2_000 }, (_, at) => from + at)
    const some = (length: keyof typeof lengths) => ids.map(() => text(lengths[length]))
    await run(
      'insert into bench_text select * from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as t (id, title, comment, post)',
      [ids, some('title'), some('comment'), some('post')],
    )
  }
}

const text = (seed: string, length: keyof typeof lengths) =>
  `(select ${length} from bench_text where id = (${seed}) % ${texts})`

/**
 * Loads it in bulk. Posts 1 to 200 have 200 comments each: fifty threads of one and three replies; the
 * others share the rest, up to five each. `memberId` is in every group.
 */
export async function loadCommunity(pool: Pool, memberId: string): Promise<void> {
  const client = await pool.connect()
  const run = (sql: string, values?: unknown[]) => client.query(sql, values)
  await run('set statement_timeout = 0')
  await makeTexts(run)
  await run(`insert into member (token, nickname, joined_at)
    select 'bench' || n, '成员' || n, now() - interval '200 days' from generate_series(1, ${sizes.members}) as n`)
  await run(`insert into community_group (slug, name, glyph, colour, kind, tier_id, visibility, created_at, created_by)
    select 'group-' || n, '社群 ' || n, '社', 'pine', 'interest', (select id from group_tier where key = 'base' and group_id is null),
           'public', now(), 'system:bench' from generate_series(1, ${sizes.groups}) as n`)
  await run(`insert into board (group_id, name, position, created_at)
    select g.id, '版块 ' || n, n, now() from community_group g, generate_series(1, ${sizes.boards}) as n`)
  await run(`insert into board_grant (board_id, action, who)
    select b.id, a.action, case a.action when 'see' then 'anyone' else 'members' end
      from board b, unnest(array['see', 'post', 'reply', 'react']) as a (action)`)
  await run(`insert into group_membership (group_id, member_id, number, role, joined_at, added_by, way)
    select g.id, m.id, row_number() over (partition by g.id), 'member', now() - interval '100 days', 'system:bench', 'open'
      from community_group g join member m on m.id % ${sizes.groups} = g.id % ${sizes.groups} or m.id = ${memberId}`)
  await run(`create temp table spot as select array_agg(id) as ids, array_agg(group_id) as groups from board`)
  await run(`insert into post (id, group_id, board_id, author_id, kind, state, title, excerpt, created_at, published_at,
                               active_at, hot, comment_count, reaction_count)
    select n, groups[1 + n % array_length(ids, 1)], ids[1 + n % array_length(ids, 1)],
           (select min(id) from member) + n % ${sizes.members}, (array['discussion', 'question', 'photo', 'article'])[1 + n % 4], 'published',
           left(${text('n', 'title')}, 60), left(${text('n', 'post')}, 120), at, at, at, (random() * 10)::real,
           case when n <= 200 then 200 else 10 end, 6
      from spot, generate_series(1, ${sizes.posts}) as n, lateral (select now() - n * interval '2 minutes' as at) as t`)
  await run(`insert into post_body (post_id, document, html, plain)
    select p.id, jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object('type', 'paragraph',
             'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', t.body))))),
           '<p>' || t.body || '</p>', t.body
      from post p, lateral (select ${text('p.id', 'post')} as body) as t`)
  const comment = (id: string, post: string, head: string) => `
    select ${id}, ${post}, ${head}, ${head}, (select min(id) from member) + (n * 7) % ${sizes.members}, 'published',
           jsonb_build_object('type', 'doc', 'content', jsonb_build_array()), '<p>' || t.body || '</p>', t.body,
           now() - interval '1 day' + n * interval '10 milliseconds', n % 9`
  const columns = `(id, post_id, parent_id, root_id, author_id, state, document, html, plain, created_at, reaction_count)`
  const body = `lateral (select ${text('n', 'comment')} as body) as t`
  // Heads first, then what answers them.
  await run(`insert into comment ${columns} ${comment('n', '1 + (n - 1) / 50', 'null::bigint')}
    from generate_series(1, 10000) as n, ${body}`)
  await run(`insert into comment ${columns} ${comment('10000 + n', '1 + (1 + (n - 1) / 3 - 1) / 50', '1 + (n - 1) / 3')}
    from generate_series(1, 30000) as n, ${body}`)
  await run(`update comment set reply_count = 3 where parent_id is null`)
  await run(`insert into comment ${columns} ${comment('40000 + n', `201 + n % ${sizes.posts - 200}`, 'null::bigint')}
    from generate_series(1, ${sizes.comments - 40_000}) as n, ${body}`)
  await run(`insert into reaction (post_id, member_id, kind, created_at)
    select p.id, (select min(id) from member) + (p.id * 13 + n) % ${sizes.members}, 'like', now() from post p, generate_series(1, 6) as n`)
  await run(`insert into reaction (post_id, member_id, kind, created_at)
    select p.id, ${memberId}, 'like', now() from post p where p.id % 9 = 0 on conflict do nothing`)
  await run(`insert into post_read (member_id, post_id, read_at, comment_count)
    select ${memberId}, p.id, now(), 5 from post p where p.id % 3 = 0`)
  for (const table of [
    'member',
    'post',
    'comment',
    'reaction',
    'group_membership',
    'community_group',
    'board',
  ])
    await run(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from "${table}"))`)
  await run('vacuum analyze')
  await run('reset statement_timeout')
  client.release()
}
