import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'
import type { reportAnswer, reportHead, templateAnswer } from '../../reports/shapes.ts'
import { post } from '../frame/post.ts'

export type ReportHead = z.output<typeof reportHead>
export type WholeReport = z.output<typeof reportAnswer>
export type Section = WholeReport['sections'][number]
export type Part = Section['parts'][number]
export type Template = z.output<typeof templateAnswer>
export type ReportKind = ReportHead['kind']

export const reportsQuery = (kind: ReportKind | undefined) =>
  queryOptions({
    queryKey: ['reports', 'list', kind ?? 'all'],
    queryFn: ({ signal }) =>
      take<{ items: ReportHead[]; next: string | null }>(
        api.GET('/api/insight/reports', {
          params: { query: { limit: 50, ...(kind ? { kind } : {}) } },
          signal,
        }),
      ),
  })

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['reports', id],
    queryFn: ({ signal }) =>
      take<WholeReport>(api.GET('/api/insight/reports/{id}', { params: { path: { id } }, signal })),
    // The live channel tells when it is made; asking is the sure way.
    refetchInterval: (query) => (query.state.data?.state === 'making' ? 2_000 : false),
  })

export const templatesQuery = queryOptions({
  queryKey: ['reports', 'templates'],
  queryFn: async ({ signal }) =>
    (await take<{ items: Template[] }>(api.GET('/api/insight/report-templates', { signal }))).items,
})

const at = (id: string) => ({ params: { path: { id } } })

export interface ReportWish {
  readonly kind: ReportKind
  readonly day?: string | undefined
  readonly group?: string | undefined
  readonly again?: boolean | undefined
}
/** The report of a time: the one there is, or one that is being made. */
export const askReport = (wish: ReportWish) => take<ReportHead>(post('/api/insight/reports', wish))

export interface Notes {
  readonly version: number
  readonly summary: string
  readonly nextSteps: string
}
export const writeNotes = (id: string, body: Notes) =>
  take<{ version: number }>(api.PUT('/api/insight/reports/{id}/notes', { ...at(id), body }))

export const shareReport = (id: string, body: { readers: string[]; robots: string[] }) =>
  take(api.POST('/api/insight/reports/{id}/share', { ...at(id), body }))

export const changeTemplate = (kind: ReportKind, sections: Template['sections']) =>
  take<Template>(
    api.PUT('/api/insight/report-templates/{kind}', { params: { path: { kind } }, body: { sections } }),
  )

export const fileUrl = (id: string, what: 'markdown' | 'pdf' | 'print') =>
  `/api/insight/reports/${id}/${what}`
