/** What the team arranges: boards, templates, columns, topics, settings; and the columns of members. */
import { z } from 'zod'
import { member, permitted } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import { requireAsker } from '../access.ts'
import {
  type Column,
  changeColumn,
  findColumns,
  findSettings,
  mayOpenColumn,
  openColumn,
  saveSettings,
} from './columns.ts'
import { changeTopic, findManagedTopics, mergeTopics, type Topic } from './managing-topics.ts'
import { textOfDocument } from './template-text.ts'
import {
  arrangeBoard,
  dropTemplate,
  findArrangedBoards,
  findTemplates,
  saveTemplate,
  type Template,
} from './templates.ts'
import {
  arrangedBoard,
  boardSetting,
  columnAnswer,
  columnChange,
  columnFields,
  contentSettings,
  managedTemplate,
  managedTopic,
  templateInput,
  topicChange,
} from './workspace.shapes.ts'

const tag = 'content'
const read = permitted('content.read')
const edit = permitted('content.edit')
const maxBody = 1_048_576

const presentColumn = (row: Column): z.input<typeof columnAnswer> => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  archivedAt: row.archivedAt?.toISOString() ?? null,
})
const presentTemplate = ({ document, ...row }: Template): z.input<typeof managedTemplate> => ({
  ...row,
  document: { ...document },
  text: textOfDocument(document),
})
const presentTopic = ({ hiddenAt, createdAt, ...row }: Topic): z.input<typeof managedTopic> => ({
  ...row,
  hidden: hiddenAt !== null,
  createdAt: createdAt.toISOString(),
})

const memberColumns = [
  route(
    {
      method: 'get',
      path: '/api/member/columns',
      summary: 'List your columns, and whether you may open one',
      tag,
      access: member,
      answer: z.object({ items: z.array(columnAnswer), mayOpen: z.boolean() }),
    },
    async (ctx) => {
      const ownerId = requireAsker(ctx)
      return {
        items: (await findColumns(ctx, { ownerId })).map(presentColumn),
        mayOpen: await mayOpenColumn(ctx, ownerId),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/member/columns',
      summary: 'Open a column of yours',
      tag,
      access: member,
      body: columnFields,
      answer: columnAnswer,
      status: 201,
    },
    async (ctx, { body }) => presentColumn(await openColumn(ctx, requireAsker(ctx), body)),
  ),
  route(
    {
      method: 'patch',
      path: '/api/member/columns/{id}',
      summary: 'Rename, describe or close a column of yours',
      tag,
      access: member,
      params: idParams,
      body: columnChange,
      answer: columnAnswer,
    },
    async (ctx, { params, body }) =>
      presentColumn(await changeColumn(ctx, params.id, body, requireAsker(ctx))),
  ),
]

const columns = [
  route(
    {
      method: 'get',
      path: '/api/content/columns',
      summary: 'List all columns',
      tag,
      access: read,
      answer: z.object({ items: z.array(columnAnswer) }),
    },
    async (ctx) => ({ items: (await findColumns(ctx)).map(presentColumn) }),
  ),
  route(
    {
      method: 'post',
      path: '/api/content/columns',
      summary: 'Open a column for a member',
      tag,
      access: edit,
      body: columnFields.extend({ ownerId: id }),
      answer: columnAnswer,
      status: 201,
    },
    async (ctx, { body: { ownerId, ...fields } }) => presentColumn(await openColumn(ctx, ownerId, fields)),
  ),
  route(
    {
      method: 'patch',
      path: '/api/content/columns/{id}',
      summary: 'Rename, describe, close or reopen a column',
      tag,
      access: edit,
      params: idParams,
      body: columnChange,
      answer: columnAnswer,
    },
    async (ctx, { params, body }) => presentColumn(await changeColumn(ctx, params.id, body)),
  ),
]

const templates = [
  route(
    {
      method: 'get',
      path: '/api/content/templates',
      summary: 'List the templates that writers are offered',
      tag,
      access: read,
      answer: z.object({ items: z.array(managedTemplate) }),
    },
    async (ctx) => ({ items: (await findTemplates(ctx)).map(presentTemplate) }),
  ),
  route(
    {
      method: 'post',
      path: '/api/content/templates',
      summary: 'Add a template',
      tag,
      access: edit,
      body: templateInput,
      maxBody,
      answer: managedTemplate,
      status: 201,
    },
    async (ctx, { body }) => presentTemplate(await saveTemplate(ctx, undefined, body)),
  ),
  route(
    {
      method: 'put',
      path: '/api/content/templates/{id}',
      summary: 'Change a template',
      tag,
      access: edit,
      params: idParams,
      body: templateInput,
      maxBody,
      answer: managedTemplate,
    },
    async (ctx, { params, body }) => presentTemplate(await saveTemplate(ctx, params.id, body)),
  ),
  route(
    {
      method: 'delete',
      path: '/api/content/templates/{id}',
      summary: 'Delete a template',
      tag,
      access: edit,
      params: idParams,
    },
    async (ctx, { params }) => {
      await dropTemplate(ctx, params.id)
      return undefined
    },
  ),
]

const boards = [
  route(
    {
      method: 'get',
      path: '/api/content/boards',
      summary: 'List boards with the kinds they take and the answer they promise',
      tag,
      access: read,
      answer: z.object({ items: z.array(arrangedBoard) }),
    },
    async (ctx) => ({
      items: (await findArrangedBoards(ctx)).map((board) => ({ ...board, kinds: [...board.kinds] })),
    }),
  ),
  route(
    {
      method: 'put',
      path: '/api/content/boards/{id}',
      summary: 'Say which kinds a board takes and how soon it answers',
      tag,
      access: edit,
      params: idParams,
      body: boardSetting,
      answer: arrangedBoard,
    },
    async (ctx, { params, body }) => {
      const board = await arrangeBoard(ctx, params.id, body)
      return { ...board, kinds: [...board.kinds] }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/content/settings',
      summary: 'Read who opens columns and what stays of closed accounts',
      tag,
      access: read,
      answer: contentSettings,
    },
    async (ctx) => await findSettings(ctx),
  ),
  route(
    {
      method: 'put',
      path: '/api/content/settings',
      summary: 'Say who opens columns and what stays of closed accounts',
      tag,
      access: edit,
      body: contentSettings,
      answer: contentSettings,
    },
    async (ctx, { body }) => await saveSettings(ctx, body),
  ),
]

const topics = [
  route(
    {
      method: 'get',
      path: '/api/content/topics',
      summary: 'List topics, the most used first',
      tag,
      access: read,
      query: pageQuery.extend({
        q: z.string().trim().max(40).optional(),
        state: z.enum(['shown', 'hidden', 'merged']).default('shown'),
        id: id.optional().describe('This one only, whatever its state'),
      }),
      answer: pageOf(managedTopic),
    },
    async (ctx, { query: { cursor, limit, ...filter } }) => {
      const order = `content topics ${filter.state}`
      const page = await findManagedTopics(ctx, filter, { after: readCursor(order, cursor), limit })
      return { items: page.items.map(presentTopic), next: writeCursor(order, page.next) }
    },
  ),
  route(
    {
      method: 'patch',
      path: '/api/content/topics/{id}',
      summary: 'Rename, describe or hide a topic',
      tag,
      access: edit,
      params: idParams,
      body: topicChange,
      answer: managedTopic,
    },
    async (ctx, { params, body }) => presentTopic(await changeTopic(ctx, params.id, body)),
  ),
  route(
    {
      method: 'put',
      path: '/api/content/topics/{id}/merged-into',
      summary: 'Make one topic of two',
      tag,
      access: edit,
      params: idParams,
      body: z.object({ topicId: id.describe('The one that stays') }),
      answer: managedTopic,
    },
    async (ctx, { params, body }) => presentTopic(await mergeTopics(ctx, params.id, body.topicId)),
  ),
]

export const managingRoutes = [...memberColumns, ...columns, ...templates, ...boards, ...topics]
