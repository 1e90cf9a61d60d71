import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import type { Action } from '#ui/console/action/action.ts'
import type { Column, FoundFilter } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Person } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { kindLabels } from '../../content.messages.ts'
import { ActDialog, type Asked, usePostActs } from './acts.tsx'
import { Marks, PostName } from './PostName.tsx'
import { boardsQuery, type Post, postsQuery, type TopicRow } from './posts.queries.ts'
import { postsWords as words } from './posts.words.ts'
import './posts.css'

const postStates = ['published', 'pending', 'scheduled', 'hidden', 'removed', 'merged'] as const

/** Every post of the community: found, measured, and put in order. */
export default function PostsScreen() {
  const t = useT()
  const navigate = useNavigate()
  const [url] = useUrlState()
  const query = useInfiniteQuery(postsQuery(url))
  const boards = useQuery(boardsQuery).data ?? []
  const [asked, setAsked] = useState<Asked>()
  const acts = usePostActs(setAsked)
  const total = query.data?.pages[0]?.total
  const open = (post: Post) => navigate({ to: '/content/posts/$id', params: { id: post.id } })
  const opening: Action<Post> = { name: words.open, icon: 'page', run: open }
  return (
    <>
      <ListScreen<Post>
        name="posts"
        title={total == null ? t(words.posts) : t(words.title, { count: total })}
        lead={t(words.lead)}
        query={query}
        columns={useColumns()}
        rowKey={(post) => post.id}
        rowName={(post) => post.title || post.excerpt.slice(0, 30)}
        searchable={words.search}
        views
        filters={[
          {
            kind: 'choice',
            key: 'board',
            label: words.board,
            choices: boards.map((board) => ({ value: board.id, label: `${board.group} · ${board.name}` })),
          },
          {
            kind: 'choice',
            key: 'kind',
            label: words.kind,
            choices: Object.entries(kindLabels).map(([value, label]) => ({ value, label: t(label) })),
          },
          {
            kind: 'choice',
            key: 'state',
            label: words.state,
            choices: postStates.map((state) => ({ value: state, label: t(words[state]) })),
          },
          {
            kind: 'choice',
            key: 'mark',
            label: words.mark,
            choices: (['featured', 'pinned', 'reported', 'unanswered', 'locked', 'closed'] as const).map(
              (mark) => ({ value: mark, label: t(words[mark]) }),
            ),
          },
          authorFilter,
          // Only for those who came from a topic: there are filters enough.
          ...(url.topic ? [topicFilter] : []),
          { kind: 'days', from: 'from', to: 'to', label: words.period },
        ]}
        open={open}
        actions={[opening, ...acts.one]}
        bulk={acts.many}
        empty={{ icon: 'note', title: words.emptyTitle, hint: words.emptyHint }}
      />
      {asked && <ActDialog asked={asked} close={() => setAsked(undefined)} />}
    </>
  )
}

const authorFilter: FoundFilter = {
  kind: 'found',
  key: 'author',
  label: words.author,
  find: async (q, signal) =>
    (
      await take<{ items: readonly { id: string; nickname: string }[] }>(
        api.GET('/api/members', { params: { query: { q, limit: 8 } }, signal }),
      )
    ).items.map(({ id, nickname }) => ({ value: id, label: nickname })),
  nameOf: async (id, signal) =>
    (await take<{ nickname: string }>(api.GET('/api/members/{id}', { params: { path: { id } }, signal })))
      .nickname,
}

const topicFilter: FoundFilter = {
  kind: 'found',
  key: 'topic',
  label: words.topic,
  find: async (q, signal) => (await findTopics({ q }, signal)).map(topicChoice),
  nameOf: async (id, signal) => (await findTopics({ id }, signal)).map((topic) => `#${topic.name}`)[0] ?? id,
}

const topicChoice = ({ id, name }: TopicRow) => ({ value: id, label: `#${name}` })
const findTopics = async (query: { q?: string; id?: string }, signal: AbortSignal) =>
  (
    await take<{ items: readonly TopicRow[] }>(
      api.GET('/api/content/topics', { params: { query: { ...query, limit: 8 } }, signal }),
    )
  ).items

function useColumns(): readonly Column<Post>[] {
  const t = useT()
  const format = useFormat()
  const number = (
    key: 'reads' | 'comments' | 'reactions' | 'bookmarks' | 'shares',
    more: Partial<Column<Post>> = {},
  ): Column<Post> => ({
    key,
    title: words[key],
    align: 'right',
    width: 84,
    phone: 'hidden',
    render: (post) => format.number(post[key]),
    text: (post) => post[key],
    ...more,
  })
  return [
    {
      key: 'post',
      title: words.post,
      phone: 'first',
      render: (post) => <PostName post={post} />,
      text: (post) => post.title || post.excerpt,
    },
    {
      key: 'author',
      title: words.author,
      width: 150,
      render: ({ author }) => (
        <Person id={author.id} name={author.name} url={author.avatarUrl} size={24} memberId={author.id} />
      ),
      text: ({ author }) => author.name,
    },
    {
      key: 'marks',
      title: words.state,
      width: 170,
      render: (post) => <Marks post={post} />,
      text: (post) => t(words[post.state]),
    },
    number('reads', { sort: 'reads', phone: 'line' }),
    {
      key: 'rate',
      title: words.rate,
      align: 'right',
      width: 92,
      sort: 'rate',
      phone: 'line',
      render: ({ rate }) => (rate === null ? <span className="muted">—</span> : format.percent(rate)),
      text: ({ rate }) => rate ?? '',
    },
    number('comments', { sort: 'comments' }),
    number('reactions', { extra: true }),
    number('bookmarks', { extra: true }),
    number('shares', { extra: true }),
    {
      key: 'created',
      title: words.created,
      width: 124,
      sort: 'newest',
      render: (post) => format.ago(post.createdAt),
      text: (post) => post.createdAt,
    },
  ]
}
