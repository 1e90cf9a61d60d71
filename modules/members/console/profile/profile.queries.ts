/** One member as operators see him, and what they do with him. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'
import type { MemberProfile } from '../members.queries.ts'

export type FieldType =
  | 'text'
  | 'number'
  | 'choice'
  | 'choices'
  | 'date'
  | 'day'
  | 'region'
  | 'money'
  | 'flag'
export type Value = string | number | boolean | readonly string[] | null
export type Source = 'member' | 'operator' | 'import' | 'rule' | 'system'

export interface FieldShape {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly type: FieldType
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly required: boolean
  readonly necessary: boolean
  readonly sensitive: boolean
  readonly purpose: string
}

export interface HeldField extends FieldShape {
  readonly value: Value
  readonly masked: string | null
  readonly source: Source | null
  readonly setAt: string | null
  readonly setBy: string | null
  readonly can: { readonly edit: boolean; readonly reveal: boolean }
}

export interface ContactPoint {
  readonly id: string
  readonly kind: 'phone' | 'email' | 'wechat' | 'external'
  readonly system: string
  readonly masked: string
  readonly verified: boolean
  readonly source: Source
  readonly addedAt: string
  readonly can: { readonly edit: boolean; readonly reveal: boolean }
}

export interface CarriedTag {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly group: string | null
  readonly source: Source
  readonly sourceId: string | null
  readonly addedBy: string | null
  readonly addedAt: string
}

export interface Person extends MemberProfile {
  readonly owner: { readonly accountId: string; readonly name: string; readonly since: string } | null
  readonly fields: readonly HeldField[]
  readonly contacts: readonly ContactPoint[]
  readonly tagged: readonly CarriedTag[]
  readonly account: {
    readonly email: string
    readonly can: { readonly reveal: boolean }
    readonly emailVerified: boolean
    readonly createdAt: string
    readonly suspended: boolean
    readonly consents: readonly {
      readonly purpose: string
      readonly label: string
      readonly granted: boolean
      readonly at: string
    }[]
  } | null
}

export interface Note {
  readonly id: string
  readonly body: string
  readonly pinned: boolean
  readonly author: string | null
  readonly writtenAt: string
  readonly editedAt: string | null
  readonly can: { readonly rewrite: boolean }
}

export interface PossibleOwner {
  readonly accountId: string
  readonly name: string
  readonly members: number
}

const at = (id: string) => ({ params: { path: { id } } })

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['members', id],
    queryFn: ({ signal }) => take<Person>(api.GET('/api/members/{id}', { ...at(id), signal })),
  })

export const notesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['members', id, 'notes'],
    queryFn: ({ pageParam, signal }) =>
      take<{ items: readonly Note[]; next: string | null }>(
        api.GET('/api/members/{id}/notes', {
          params: { path: { id }, query: { limit: 5, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page: { next: string | null }) => page.next,
  })

export const timelineNamesQuery = (id: string) =>
  queryOptions({
    queryKey: ['members', id, 'timeline', 'names'],
    queryFn: ({ signal }) =>
      take<{ items: readonly { name: string; label: string | null; count: number }[] }>(
        api.GET('/api/members/{id}/timeline/names', { ...at(id), signal }),
      ),
  })

export const ownersQuery = queryOptions({
  queryKey: ['members', 'owners'],
  queryFn: ({ signal }) =>
    take<{ items: readonly PossibleOwner[] }>(api.GET('/api/members/owners', { signal })),
})

export const fieldsQuery = queryOptions({
  queryKey: ['member-fields', 'shown'],
  queryFn: ({ signal }) =>
    take<{ items: readonly (FieldShape & { readonly id: string })[] }>(
      api.GET('/api/members/fields', { signal }),
    ),
})

export const setOwner = (ids: readonly string[], accountId: string | null) =>
  take<{ changed: number }>(api.POST('/api/members/owner', { body: { ids: [...ids], accountId } }))

export const writeFields = (id: string, values: Readonly<Record<string, Value>>) =>
  take(
    api.PATCH('/api/members/{id}/fields', { ...at(id), body: { values: values as Record<string, string> } }),
  )

export const correct = (id: string, change: { nickname?: string; city?: string; bio?: string }) =>
  take(api.PATCH('/api/members/{id}', { ...at(id), body: change }))

export const addContact = (
  id: string,
  point: { kind: ContactPoint['kind']; system?: string; value: string },
) => take(api.POST('/api/members/{id}/contacts', { ...at(id), body: point }))

const atContact = (id: string, contactId: string) => ({ params: { path: { id, contactId } } })

export const checkContact = (id: string, contactId: string, verified: boolean) =>
  take(
    api.PATCH('/api/members/{id}/contacts/{contactId}', { ...atContact(id, contactId), body: { verified } }),
  )

export const removeContact = (id: string, contactId: string) =>
  take(api.DELETE('/api/members/{id}/contacts/{contactId}', atContact(id, contactId)))

export const revealContact = async (id: string, contactId: string) =>
  (
    await take<{ value: string }>(
      api.POST('/api/members/{id}/contacts/{contactId}/reveal', atContact(id, contactId)),
    )
  ).value

export const revealEmail = async (id: string) =>
  (await take<{ value: string }>(api.POST('/api/members/{id}/email/reveal', at(id)))).value

export const revealField = async (id: string, key: string) =>
  (
    await take<{ value: Value }>(
      api.POST('/api/members/{id}/fields/{key}/reveal', { params: { path: { id, key } } }),
    )
  ).value

export const writeNote = (id: string, body: string) =>
  take(api.POST('/api/members/{id}/notes', { ...at(id), body: { body, pinned: false } }))

const atNote = (id: string, noteId: string) => ({ params: { path: { id, noteId } } })

export const changeNote = (id: string, noteId: string, change: { body?: string; pinned?: boolean }) =>
  take(api.PATCH('/api/members/{id}/notes/{noteId}', { ...atNote(id, noteId), body: change }))

export const removeNote = (id: string, noteId: string) =>
  take(api.DELETE('/api/members/{id}/notes/{noteId}', atNote(id, noteId)))
