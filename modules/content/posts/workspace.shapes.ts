/** What the team's screens of content read and send. */
import { z } from 'zod'
import { documentSchema } from '#base/html/document.ts'
import { id, pageQuery } from '#base/http/schemas.ts'
import { postFigures } from '../page/shapes.ts'
import { postKind, postStates } from '../shapes.ts'
import { standing } from './shapes.ts'
import { workspaceSorts } from './workspace.sql.ts'

export const workspaceQuery = pageQuery.extend({
  q: z.string().trim().max(60).optional().describe('Part of the title or of the first words'),
  board: id.optional(),
  group: id.optional(),
  kind: postKind.optional(),
  state: z.enum(postStates).optional(),
  author: id.optional(),
  topic: id.optional(),
  mark: z.enum(['featured', 'pinned', 'reported', 'locked', 'closed', 'unanswered']).optional(),
  from: z.iso.date().optional().describe('First day, in the community’s zone'),
  to: z.iso.date().optional().describe('Last day'),
  sort: z.enum(workspaceSorts).default('-newest'),
})

export const workspacePost = z.object({
  id: z.string(),
  kind: postKind,
  state: z.enum(postStates),
  title: z.string(),
  excerpt: z.string(),
  picture: z.string().nullable(),
  author: z.object({ id: z.string(), name: z.string(), avatarUrl: z.string().nullable() }),
  board: z.object({ id: z.string(), name: z.string() }),
  group: z.object({ id: z.string(), name: z.string(), slug: z.string() }),
  createdAt: z.string(),
  publishAt: z.string().nullable(),
  publishedAt: z.string().nullable(),
  reads: z.number(),
  comments: z.number(),
  reactions: z.number(),
  bookmarks: z.number(),
  shares: z.number(),
  rate: z
    .number()
    .nullable()
    .describe('(likes + comments + shares + favourites) / reads; null without a read'),
  pinned: z.enum(['board', 'group']).nullable(),
  featured: z.boolean(),
  locked: z.boolean(),
  closed: z.boolean(),
  solved: z.boolean(),
  reports: z.number().describe('Not decided yet'),
  stateReason: z.string(),
  mergedInto: z.string().nullable(),
})

export const workspaceDetail = z.object({
  post: workspacePost,
  html: z.string(),
  topics: z.array(z.string()),
  closedBecause: z.string(),
  version: z.number(),
  figures: postFigures,
})

export const bulkInput = z.object({
  ids: z.array(id).min(1).max(100),
  standing: standing.optional(),
  moveTo: id.optional().describe('Board'),
  reason: z.string().trim().max(300).default(''),
})
export const bulkAnswer = z.object({
  done: z.number(),
  refused: z.array(z.object({ id: z.string(), because: z.string() })),
})

export const waitingItem = z.object({
  what: z.enum(['post', 'comment']),
  id: z.string(),
  postId: z.string(),
  kind: postKind,
  title: z.string(),
  version: z.number(),
  html: z.string(),
  author: z.string(),
  authorId: z.string(),
  board: z.string(),
  group: z.string(),
  createdAt: z.string(),
})

const sums = { posts: z.number(), reads: z.number(), interactions: z.number() }
export const mixAnswer = z.object({
  from: z.string(),
  to: z.string(),
  posts: z.number(),
  kinds: z.array(z.object({ name: postKind, ...sums })),
  topics: z.array(z.object({ id: z.string(), name: z.string(), ...sums })),
  questions: z.number(),
  answered: z.number(),
  creators: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        avatarUrl: z.string().nullable(),
        ...sums,
        featured: z.number(),
      }),
    )
    .describe('Whose works were featured in the period, the most first'),
})

const slug = z
  .string()
  .trim()
  .regex(/^[a-z0-9](-?[a-z0-9]){1,39}$/)
  .describe('Address: letters, digits and single -')
export const columnFields = z.object({
  slug,
  name: z.string().trim().min(1).max(30),
  summary: z.string().trim().max(200).default(''),
})
export const columnChange = z.object({
  slug: slug.optional(),
  name: z.string().trim().min(1).max(30).optional(),
  summary: z.string().trim().max(200).optional(),
  archived: z.boolean().optional(),
})
export const columnAnswer = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  summary: z.string(),
  ownerId: z.string(),
  owner: z.string(),
  articles: z.number(),
  createdAt: z.string(),
  archivedAt: z.string().nullable(),
})

export const contentSettings = z.object({
  columnTrust: z
    .number()
    .int()
    .min(0)
    .max(9)
    .nullable()
    .describe('Level of trust that opens columns; null: the team'),
  keepAnswered: z
    .boolean()
    .describe('Whether words that others answered stay, without a name, when an account ends'),
})

export const boardSetting = z.object({
  kinds: z.array(postKind).max(10).describe('Empty: all that members may post'),
  answerMinutes: z.number().int().min(5).max(14_400).nullable(),
})
export const arrangedBoard = boardSetting.extend({
  id: z.string(),
  name: z.string(),
  groupId: z.string(),
  group: z.string(),
  posts: z.number(),
  templates: z.number(),
})

export const managedTopic = z.object({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  posts: z.number(),
  followers: z.number(),
  hidden: z.boolean(),
  mergedInto: z.string().nullable(),
  createdAt: z.string(),
})
export const topicChange = z.object({
  name: z.string().trim().min(1).max(40).optional(),
  summary: z.string().trim().max(200).optional(),
  hidden: z.boolean().optional(),
})

export const managedTemplate = z.object({
  id: z.string(),
  boardId: z.string().nullable(),
  board: z.string(),
  kind: postKind,
  name: z.string(),
  title: z.string(),
  document: z.record(z.string(), z.unknown()),
  text: z.string().describe('The words, plain'),
})
export const templateInput = z.object({
  boardId: id.nullable().default(null),
  kind: postKind,
  name: z.string().trim().min(1).max(30),
  title: z.string().trim().max(120).default(''),
  document: documentSchema,
})
