/** What the team's screens of content read; the shapes are those of the API. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

type Ok<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } }
}
  ? Answer
  : never
type Item<Page> = Page extends { items: (infer Row)[] } ? Row : never

export type PostPage = Ok<'/api/content/posts'>
export type Post = Item<PostPage>
export type PostDetail = Ok<'/api/content/posts/{id}'>
export type PostVersion = Item<Ok<'/api/content/posts/{id}/versions'>>
export type VersionDiff = Ok<'/api/content/posts/{id}/versions/{version}'>
export type Standing = NonNullable<
  paths['/api/content/posts/{id}/standing']['patch']['requestBody']
>['content']['application/json']
type ReviewPage = Ok<'/api/content/review'>
export type ReviewItem = Item<ReviewPage>
export type BoardRow = Item<Ok<'/api/content/boards'>>
export type Template = Item<Ok<'/api/content/templates'>>
export type TemplateDocument = NonNullable<
  paths['/api/content/templates']['post']['requestBody']
>['content']['application/json']['document']
export type Settings = Ok<'/api/content/settings'>
export type ColumnRow = Item<Ok<'/api/content/columns'>>
type TopicPage = Ok<'/api/content/topics'>
export type TopicRow = Item<TopicPage>
export type Mix = Ok<'/api/content/mix'>

type PostQuery = NonNullable<paths['/api/content/posts']['get']['parameters']['query']>

/** Filters as they stand in the URL; the list writes `-reads` for its orders. */
export const postsQuery = (url: Readonly<Record<string, string | undefined>>) => {
  const { sort, ...rest } = url
  const filters = Object.fromEntries(Object.entries(rest).filter(([, value]) => value))
  return infiniteQueryOptions({
    queryKey: ['posts', 'workspace', filters, sort ?? ''],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: PostPage) => page.next ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      take<PostPage>(
        api.GET('/api/content/posts', {
          params: {
            query: {
              ...(filters as PostQuery),
              ...(sort ? { sort: sort as NonNullable<PostQuery['sort']> } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
  })
}

export const postQuery = (id: string) =>
  queryOptions({
    queryKey: ['posts', id, 'workspace'],
    queryFn: ({ signal }) =>
      take<PostDetail>(api.GET('/api/content/posts/{id}', { params: { path: { id } }, signal })),
  })

type CommentPage = Ok<'/api/site/posts/{id}/comments'>
export type Thread = Item<CommentPage>
export type ThreadComment = Omit<Thread, 'replies' | 'more'>
export type CommentSort = NonNullable<
  NonNullable<paths['/api/site/posts/{id}/comments']['get']['parameters']['query']>['sort']
>

export const commentsQuery = (id: string, sort: CommentSort) =>
  infiniteQueryOptions({
    queryKey: ['posts', id, 'comments', 'workspace', sort],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: CommentPage) => page.next ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      take<CommentPage>(
        api.GET('/api/site/posts/{id}/comments', {
          params: { path: { id }, query: { sort, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
  })

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['posts', id, 'versions'],
    queryFn: async ({ signal }) =>
      (
        await take<{ items: PostVersion[] }>(
          api.GET('/api/content/posts/{id}/versions', { params: { path: { id } }, signal }),
        )
      ).items,
  })

export const diffQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['posts', id, 'versions', version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      take<VersionDiff>(
        api.GET('/api/content/posts/{id}/versions/{version}', { params: { path: { id, version } }, signal }),
      ),
  })

export const reviewQuery = infiniteQueryOptions({
  queryKey: ['posts', 'review'],
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: ReviewPage) => page.next ?? undefined,
  queryFn: ({ pageParam, signal }) =>
    take<ReviewPage>(
      api.GET('/api/content/review', {
        params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
})

export const boardsQuery = queryOptions({
  queryKey: ['content', 'boards', 'arranged'],
  queryFn: async ({ signal }) =>
    (await take<{ items: BoardRow[] }>(api.GET('/api/content/boards', { signal }))).items,
})
export const promiseQuery = (id: string, minutes: number) =>
  queryOptions({
    queryKey: ['content', 'boards', 'promise', id, minutes],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      take<Ok<'/api/content/boards/{id}/promise'>>(
        api.GET('/api/content/boards/{id}/promise', { params: { path: { id }, query: { minutes } }, signal }),
      ),
  })
export const templatesQuery = queryOptions({
  queryKey: ['content', 'templates'],
  queryFn: async ({ signal }) =>
    (await take<{ items: Template[] }>(api.GET('/api/content/templates', { signal }))).items,
})
export const settingsQuery = queryOptions({
  queryKey: ['content', 'settings'],
  queryFn: ({ signal }) => take<Settings>(api.GET('/api/content/settings', { signal })),
})
export const columnsQuery = infiniteQueryOptions({
  queryKey: ['content', 'columns'],
  initialPageParam: undefined as string | undefined,
  getNextPageParam: () => undefined,
  queryFn: async ({ signal }) => ({
    ...(await take<{ items: ColumnRow[] }>(api.GET('/api/content/columns', { signal }))),
    next: null,
  }),
})
export const topicsQuery = ({ q, state }: { q?: string; state?: string }) =>
  infiniteQueryOptions({
    queryKey: ['content', 'topics', q ?? '', state ?? ''],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: TopicPage) => page.next ?? undefined,
    queryFn: ({ pageParam, signal }) =>
      take<TopicPage>(
        api.GET('/api/content/topics', {
          params: {
            query: {
              ...(q ? { q } : {}),
              ...(state ? { state: state as 'hidden' } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
  })
export const mixQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['posts', 'mix', from, to],
    queryFn: ({ signal }) =>
      take<Mix>(api.GET('/api/content/mix', { params: { query: { from, to } }, signal })),
  })
