/** What operators do with one member: write fields, contact points, notes; look at what is sealed; look after people. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageOf, pageQuery, refusal } from '#base/http/schemas.ts'
import { contactKinds } from '../contacts/contact.ts'
import { addContact, checkContact, removeContact, revealContact } from '../contacts/contacts.ts'
import { revealField } from '../fields/reveal.ts'
import { setFieldValues } from '../fields/set-values.ts'
import { refusals } from '../members.messages.ts'
import { canRewriteNote, changeNote, findNotes, type Note, noteMember, removeNote } from '../notes/notes.ts'
import { byOperator } from '../origin.ts'
import { findPossibleOwners, setOwner } from '../owners/owners.ts'
import { mostAtOnce } from '../tags/tagging.ts'
import { findChosen } from './chosen.ts'
import { memberFilter } from './filter.ts'
import { getMember } from './members.sql.ts'
import { editMember, revealEmail } from './members.ts'
import { contactAnswer, jsonValue, presentContact } from './present-person.ts'
import type { FilterParts } from './understand-filter.ts'
import { nickname } from './words.ts'

const tag = 'members'
const edit = permitted('members.edit')

const noteAnswer = z.object({
  id: z.string(),
  body: z.string(),
  pinned: z.boolean(),
  /** Name of the author; null when the account is gone. */
  author: z.string().nullable(),
  writtenAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  can: z.object({ rewrite: z.boolean() }),
})

const body = z.string().trim().min(1).max(4_000)

export const personRoutes = (parts: FilterParts) => {
  const { vault } = parts
  return [
    route(
      {
        method: 'get',
        path: '/api/members/owners',
        summary: 'List who of the team can look after members',
        tag,
        access: permitted('members.read'),
        answer: z.object({
          items: z.array(z.object({ accountId: z.string(), name: z.string(), members: z.int() })),
          next: z.null(),
        }),
      },
      async (ctx) => ({ items: await findPossibleOwners(ctx), next: null }),
    ),
    route(
      {
        method: 'post',
        path: '/api/members/owner',
        summary: 'Give members to somebody of the team, or to nobody',
        tag,
        access: edit,
        body: z
          .object({
            ids: z.array(id).min(1).max(5_000).optional(),
            filter: memberFilter.optional(),
            accountId: id.nullable(),
          })
          .refine(
            ({ ids, filter }) => (ids === undefined) !== (filter === undefined),
            refusal(refusals.idsOrFilter),
          ),
        answer: z.object({ changed: z.int() }),
      },
      async (ctx, { body: { ids, filter, accountId } }) => ({
        changed: await setOwner(
          ctx,
          ids ?? (await findChosen(ctx, parts, filter ?? {}, mostAtOnce)),
          accountId,
        ),
      }),
    ),
    route(
      {
        method: 'patch',
        path: '/api/members/{id}',
        summary: 'Correct what a member’s profile says',
        tag,
        access: edit,
        params: idParams,
        body: z.object({
          nickname: nickname.optional(),
          city: z.string().trim().max(60).optional(),
          bio: z.string().trim().max(300).optional(),
        }),
      },
      async (ctx, { params, body: change }) => {
        await editMember(ctx, params.id, change)
        return undefined
      },
    ),
    route(
      {
        method: 'patch',
        path: '/api/members/{id}/fields',
        summary: 'Write fields of a member',
        tag,
        access: edit,
        params: idParams,
        body: z.object({ values: z.record(z.string().max(40), jsonValue) }),
        answer: z.object({ changed: z.array(z.string()) }),
      },
      async (ctx, { params, body: { values } }) => ({
        changed: [...(await setFieldValues(ctx, vault, params.id, values, byOperator))],
      }),
    ),
    route(
      {
        method: 'post',
        path: '/api/members/{id}/fields/{key}/reveal',
        summary: 'Look at a sensitive field; it is written down who looked',
        tag,
        access: permitted('members.sensitive'),
        params: z.object({ id, key: z.string().max(40) }),
        answer: z.object({ value: jsonValue }),
      },
      async (ctx, { params }) => {
        const value = await revealField(ctx, vault, params.id, params.key)
        return { value: Array.isArray(value) ? [...value] : (value as string | number | boolean | null) }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/members/{id}/contacts',
        summary: 'Add a contact point of a member',
        tag,
        access: edit,
        params: idParams,
        body: z.object({
          kind: z.enum(contactKinds),
          system: z
            .string()
            .regex(/^[a-z0-9_-]{1,40}$/)
            .optional()
            .describe('Of an external id: whose it is'),
          value: z.string().trim().min(1).max(200),
        }),
        answer: contactAnswer,
        status: 201,
      },
      async (ctx, { params, body: words }) =>
        presentContact(ctx, await addContact(ctx, vault, params.id, words, byOperator)),
    ),
    route(
      {
        method: 'patch',
        path: '/api/members/{id}/contacts/{contactId}',
        summary: 'Mark a contact point as checked, or not',
        tag,
        access: edit,
        params: z.object({ id, contactId: id }),
        body: z.object({ verified: z.boolean() }),
        answer: contactAnswer,
      },
      async (ctx, { params, body: { verified } }) =>
        presentContact(ctx, await checkContact(ctx, params.id, params.contactId, verified)),
    ),
    route(
      {
        method: 'delete',
        path: '/api/members/{id}/contacts/{contactId}',
        summary: 'Remove a contact point',
        tag,
        access: edit,
        params: z.object({ id, contactId: id }),
      },
      async (ctx, { params }) => {
        await removeContact(ctx, params.id, params.contactId)
        return undefined
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/members/{id}/contacts/{contactId}/reveal',
        summary: 'Look at a contact point; it is written down who looked',
        tag,
        access: permitted('members.contacts'),
        params: z.object({ id, contactId: id }),
        answer: z.object({ value: z.string() }),
      },
      async (ctx, { params }) => ({ value: await revealContact(ctx, vault, params.id, params.contactId) }),
    ),
    route(
      {
        method: 'post',
        path: '/api/members/{id}/email/reveal',
        summary: 'Look at the address of a member’s account; it is written down who looked',
        tag,
        access: permitted('members.contacts'),
        params: idParams,
        answer: z.object({ value: z.string() }),
      },
      async (ctx, { params }) => ({ value: await revealEmail(ctx, params.id) }),
    ),
    route(
      {
        method: 'get',
        path: '/api/members/{id}/notes',
        summary: 'List notes about a member',
        tag,
        access: permitted('members.read'),
        params: idParams,
        query: pageQuery,
        answer: pageOf(noteAnswer),
      },
      async (ctx, { params, query }) => {
        await getMember(ctx, params.id)
        const after = readCursor('notes', query.cursor)
        const page = await findNotes(ctx, params.id, { after, limit: query.limit })
        return {
          items: page.items.map((note) => presentNote(ctx, note)),
          next: writeCursor('notes', page.next),
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/members/{id}/notes',
        summary: 'Write a note about a member',
        tag,
        access: edit,
        params: idParams,
        body: z.object({ body, pinned: z.boolean().default(false) }),
        answer: noteAnswer,
        status: 201,
      },
      async (ctx, { params, body: words }) => {
        await getMember(ctx, params.id)
        return presentNote(ctx, await noteMember(ctx, params.id, words))
      },
    ),
    route(
      {
        method: 'patch',
        path: '/api/members/{id}/notes/{noteId}',
        summary: 'Change a note, or pin it',
        tag,
        access: edit,
        params: z.object({ id, noteId: id }),
        body: z.object({ body: body.optional(), pinned: z.boolean().optional() }),
        answer: noteAnswer,
      },
      async (ctx, { params, body: change }) =>
        presentNote(ctx, await changeNote(ctx, params.id, params.noteId, change)),
    ),
    route(
      {
        method: 'delete',
        path: '/api/members/{id}/notes/{noteId}',
        summary: 'Remove a note of one’s own',
        tag,
        access: edit,
        params: z.object({ id, noteId: id }),
      },
      async (ctx, { params }) => {
        await removeNote(ctx, params.id, params.noteId)
        return undefined
      },
    ),
  ]
}

const presentNote = (ctx: Parameters<typeof canRewriteNote>[0], note: Note): z.input<typeof noteAnswer> => ({
  id: note.id,
  body: note.body,
  pinned: note.pinned,
  author: note.authorName,
  writtenAt: note.writtenAt.toISOString(),
  editedAt: note.editedAt?.toISOString() ?? null,
  can: { rewrite: canRewriteNote(ctx, note) },
})
