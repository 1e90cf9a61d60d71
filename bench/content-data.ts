/** A community of the size that the bars name: 100,000 members, 100,000 posts, a million comments. */
import type { Pool } from 'pg'

export const sizes = { members: 100_000, posts: 100_000, comments: 1_000_000, groups: 20, boards: 5 } as const

const words = [
  '手冲',
  '研磨',
  '水温',
  '豆单',
  '滤杯',
  '闷蒸',
  '萃取',
  '风味',
  '拼配',
  '日晒',
  '水洗',
  '云南',
  '耶加雪菲',
  '曼特宁',
  '奶泡',
  '挂耳',
  '冷萃',
  '浓缩',
  '刻度',
  '电子秤',
  '滤纸',
  '酸感',
  '回甘',
  '烘焙',
  '新手',
  '咖啡馆',
]
/** A thousand texts of each length are made once; every row picks one. */
const text = (seed: string, length: 'title' | 'comment' | 'post') =>
  `(select ${length} from bench_text where id = (${seed}) % 1000)`
const make = (count: number) =>
  `(select string_agg((array[${words.map((word) => `'${word}'`).join(',')}])[1 + floor(random() * ${words.length})::int], case when k % 7 = 0 then '，' else '' end) from generate_series(1, ${count}) as k where n is not null)`

/**
 * Loads it in bulk. Posts 1 to 200 have 200 comments each: fifty threads of one and three replies; the
 * others share the rest, up to five each. `memberId` is in every group.
 */
export async function loadCommunity(pool: Pool, memberId: string): Promise<void> {
  const client = await pool.connect()
  const run = (sql: string) => client.query(sql)
  await run('set statement_timeout = 0')
  await run(`create temp table bench_text as
    select n as id, ${make(6)} as title, ${make(14)} as comment, ${make(120)} as post from generate_series(0, 999) as n`)
  await run('create unique index on bench_text (id)')
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
