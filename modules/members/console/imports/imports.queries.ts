/** What the screens of lists of members read and do. */
import { api } from '#ui/api.ts'
import { type ImportDoor, importQueries } from '#ui/console/importing/door.ts'
import type { Counted, ListOnItsWay, Previewed, RefusedRow, Whole } from '#ui/console/importing/list.ts'
import { sendList } from '#ui/console/importing/sendList.ts'
import { take } from '#ui/console/problem.ts'

export interface Tally extends Counted {
  readonly unchanged: number
  readonly repeated: number
}

export interface Import extends ListOnItsWay {
  readonly checked: Tally | null
  readonly outcome: Tally
  readonly origin: string
}

export interface Plan {
  readonly columns: readonly (string | null)[]
  readonly existing: 'update' | 'fill' | 'skip'
  readonly tags: readonly string[]
  readonly origin: string
  readonly card: readonly (string | null)[]
}

export interface WholeImport extends Import, Whole<Plan> {
  readonly targets: readonly { readonly target: string; readonly label: string | null }[]
}

export interface PreviewedRow extends Previewed {
  readonly nickname: string
  readonly city: string
  readonly contacts: readonly { readonly kind: string; readonly system: string; readonly value: string }[]
  readonly tags: readonly string[]
  readonly fields: readonly { readonly label: string; readonly value: string }[]
  readonly joinedAt: string | null
}

type Body = {
  columns: ('nickname' | null)[]
  existing: Plan['existing']
  tags: string[]
  origin: string
  card: ('nickname' | null)[]
}

/** The targets come from the server; their names are more than the types of the client say. */
const asBody = (plan: Plan): Body => ({
  columns: [...plan.columns] as Body['columns'],
  existing: plan.existing,
  tags: [...plan.tags],
  origin: plan.origin,
  card: [...plan.card] as Body['card'],
})

const path = (id: string) => ({ params: { path: { id } } })

export const door: ImportDoor<Import, WholeImport, Plan, PreviewedRow> = {
  key: 'imports',
  page: (query, signal) =>
    take<{ items: Import[]; next: string | null }>(api.GET('/api/imports', { params: { query }, signal })),
  see: (id, signal) => take<WholeImport>(api.GET('/api/imports/{id}', { ...path(id), signal })),
  preview: (id, plan, signal) =>
    take<{ items: readonly PreviewedRow[] }>(
      api.POST('/api/imports/{id}/preview', { ...path(id), body: asBody(plan), signal }),
    ),
  refused: (id, after, signal) =>
    take<{ items: RefusedRow[]; next: number | null }>(
      api.GET('/api/imports/{id}/errors', {
        params: { path: { id }, query: { after, limit: 50 } },
        signal,
      }),
    ),
  check: (id, plan) => take(api.POST('/api/imports/{id}/check', { ...path(id), body: asBody(plan) })),
  run: (id) => take(api.POST('/api/imports/{id}/run', path(id))),
  stop: (id) => take(api.POST('/api/imports/{id}/stop', path(id))),
  undo: (id) => take(api.POST('/api/imports/{id}/undo', path(id))),
  discard: (id) => take(api.DELETE('/api/imports/{id}', path(id))),
}

export const importQuery = importQueries(door).one

export const uploadList = (file: File) => sendList<WholeImport>('/api/imports', file)
