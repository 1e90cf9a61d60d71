/** The definitions of fields, for those who make them. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'
import type { FieldShape, FieldType } from '../profile/profile.queries.ts'

export interface DefinedField extends FieldShape {
  readonly id: string
  readonly memberAccess: 'none' | 'see' | 'edit'
  readonly seenBy: readonly string[]
  readonly editedBy: readonly string[]
  readonly archivedAt: string | null
  readonly filled: number | null
}

export interface FieldDraft {
  readonly key: string
  readonly type: FieldType
  readonly label: string
  readonly hint: string
  readonly options: { value: string; label: string }[]
  readonly required: boolean
  readonly necessary: boolean
  readonly sensitive: boolean
  readonly purpose: string
  readonly memberAccess: 'none' | 'see' | 'edit'
  readonly seenBy: string[]
  readonly editedBy: string[]
}

export const definedFieldsQuery = queryOptions({
  queryKey: ['member-fields', 'defined'],
  queryFn: ({ signal }) =>
    take<{ items: readonly DefinedField[] }>(
      api.GET('/api/members/fields', { params: { query: { archived: 'true' } }, signal }),
    ),
})

export interface RoleName {
  readonly id: string
  readonly key: string | null
  readonly name: string
}

export const roleNamesQuery = queryOptions({
  queryKey: ['roles', 'names'],
  queryFn: ({ signal }) => take<{ items: readonly RoleName[] }>(api.GET('/api/roles', { signal })),
})

export async function saveField(id: string | undefined, draft: FieldDraft): Promise<void> {
  const { key, type, ...words } = draft
  if (id) await take(api.PUT('/api/members/fields/{id}', { params: { path: { id } }, body: words }))
  else await take(api.POST('/api/members/fields', { body: { key, type, ...words } }))
}

export const orderFields = (ids: readonly string[]) =>
  take(api.POST('/api/members/fields/order', { body: { ids: [...ids] } }))

export const archiveField = (id: string, archived: boolean) =>
  take(
    archived
      ? api.PUT('/api/members/fields/{id}/archive', { params: { path: { id } } })
      : api.DELETE('/api/members/fields/{id}/archive', { params: { path: { id } } }),
  )
