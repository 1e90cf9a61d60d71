import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#ui/api.ts'
import { conditioned } from '#ui/console/condition/queries.ts'
import { take } from '#ui/console/problem.ts'
import type {
  DashboardRow,
  Override,
  placedTile,
  SentTile,
  TileContent,
  WholeDashboard,
} from '../../dashboards/dashboard.ts'
import type { SharedAnswer } from '../../dashboards/shared-answers.ts'
import { post } from '../frame/post.ts'

export type { DashboardRow, Override, SharedAnswer, TileContent, WholeDashboard }
/** A tile on the screen; new ones have ids of their own until they are saved. */
export type Tile = SentTile
export type PlacedInput = z.input<typeof placedTile>

export interface TileAnswer {
  readonly id: string
  readonly problem?: { readonly code: string; readonly status: number; readonly title: string }
  readonly analysis?: string | null
  readonly question?: object
  readonly says?: string
  readonly unheard?: readonly ('range' | 'group' | 'who')[]
  readonly answer?: unknown
}

export interface Answers {
  readonly items: readonly TileAnswer[]
  readonly mark: string
  readonly freshTo: string | null
  readonly lagSeconds: number | null
}

interface Filter {
  readonly q?: string | undefined
  readonly whose: 'all' | 'own' | 'shared'
  readonly archived: boolean
}

export const dashboardsQuery = ({ q, whose, archived }: Filter) =>
  queryOptions({
    queryKey: ['dashboards', 'list', q ?? '', whose, archived],
    queryFn: ({ signal }) =>
      take<{ items: DashboardRow[]; next: string | null }>(
        conditioned(
          api.GET('/api/insight/dashboards', {
            params: {
              query: { whose, archived: String(archived) as 'true', limit: 100, ...(q ? { q } : {}) },
            },
            signal,
          }),
        ),
      ),
    placeholderData: keepPreviousData,
  })

export const dashboardQuery = (id: string) =>
  queryOptions({
    queryKey: ['dashboards', id],
    queryFn: ({ signal }) =>
      take<WholeDashboard>(
        conditioned(api.GET('/api/insight/dashboards/{id}', { params: { path: { id } }, signal })),
      ),
  })

/** All tiles in one request, given up when the page is left. */
export const answersQuery = (id: string, override: Override) =>
  queryOptions({
    queryKey: ['dashboards', id, 'answers', JSON.stringify(override)],
    queryFn: ({ signal }) => take<Answers>(post(`/api/insight/dashboards/${id}/answers`, override, signal)),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
    retry: false,
  })

/** Of tiles that are not saved yet. */
export const previewQuery = (tiles: readonly Pick<Tile, 'id' | 'content'>[], override: Override) =>
  queryOptions({
    queryKey: ['dashboards', 'preview', JSON.stringify([tiles, override])],
    queryFn: ({ signal }) =>
      take<Answers>(post('/api/insight/dashboards/preview', { tiles, ...override }, signal)),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })

/** Moves when something came to the log; asking costs next to nothing. */
export const markQuery = queryOptions({
  queryKey: ['insight', 'mark'],
  queryFn: ({ signal }) => take<{ mark: string }>(api.GET('/api/insight/mark', { signal })),
  refetchInterval: 15_000,
  staleTime: 0,
})

export const templatesQuery = queryOptions({
  queryKey: ['dashboards', 'templates'],
  queryFn: async ({ signal }) =>
    (
      await take<{
        items: { id: 'health' | 'growth' | 'content'; name: string; note: string; tiles: number }[]
      }>(api.GET('/api/insight/dashboard-templates', { signal }))
    ).items,
  staleTime: Number.POSITIVE_INFINITY,
})

export interface Share {
  readonly id: string
  readonly note: string
  readonly expiresAt: string | null
  readonly createdAt: string
  readonly by: string | null
  readonly revokedAt: string | null
  readonly revokedBy: string | null
  readonly seenAt: string | null
}

const path = (id: string) => ({ params: { path: { id } } })

export const sharesQuery = (id: string) =>
  queryOptions({
    queryKey: ['dashboards', id, 'shares'],
    queryFn: async ({ signal }) =>
      (
        await take<{ items: Share[] }>(
          api.GET('/api/insight/dashboards/{id}/shares', { ...path(id), signal }),
        )
      ).items,
  })

export const makeShare = (id: string, body: { note: string; days: number | null }) =>
  take<{ id: string; url: string }>(api.POST('/api/insight/dashboards/{id}/shares', { ...path(id), body }))
export const revokeShare = (id: string, share: string) =>
  take(api.DELETE('/api/insight/dashboards/{id}/shares/{share}', { params: { path: { id, share } } }))

export interface Fields {
  readonly name: string
  readonly note?: string
  readonly shared?: boolean
}

export const makeDashboard = (body: Fields & { template?: 'health' | 'growth' | 'content' }) =>
  take<WholeDashboard>(conditioned(api.POST('/api/insight/dashboards', { body })))
export const copyDashboard = (id: string) =>
  take<WholeDashboard>(conditioned(api.POST('/api/insight/dashboards/{id}/copy', path(id))))
export const archiveDashboard = (id: string, archived: boolean) =>
  take<DashboardRow>(
    conditioned(api.PUT('/api/insight/dashboards/{id}/archived', { ...path(id), body: { archived } })),
  )
export interface Change extends Partial<Fields> {
  readonly version: number
  readonly range?: Override['range'] | null
  readonly scope?: Override['scope'] | null
  readonly tiles?: readonly PlacedInput[]
}

/** `post` would do for the body, but this one is a PUT: the conditions in it are checked by the server. */
export const changeDashboard = (id: string, change: Change) =>
  take<WholeDashboard>(
    conditioned(
      (api.PUT as unknown as (path: string, init: object) => Promise<unknown>)(
        '/api/insight/dashboards/{id}',
        {
          ...path(id),
          body: change,
        },
      ),
    ),
  )
export const pinTile = (id: string, tile: { title: string | null; content: TileContent }) =>
  take<WholeDashboard>(post(`/api/insight/dashboards/${id}/tiles`, tile))

/** The figures of all tiles as tables, for a file. */
export const tablesOf = (id: string, override: Override) =>
  take<{ items: { title: string; head: string[]; rows: (string | number)[][] }[] }>(
    post(`/api/insight/dashboards/${id}/tables`, override),
  )

/** What a link shows; asked without a session. */
export const sharedQuery = (token: string) =>
  queryOptions({
    queryKey: ['shared', token],
    queryFn: ({ signal }) => take<SharedAnswer>(post('/api/insight/shared', { token }, signal)),
    retry: false,
    refetchInterval: 300_000,
  })
