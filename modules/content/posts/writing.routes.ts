/** Writing on the member site: the composer's boards, publishing, editing, hours, and what waits. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import type { Audience } from '#modules/audience/api.ts'
import { type AccessedPost, accessPost, requireAsker } from '../access.ts'
import type { ContentParts } from '../parts.ts'
import { contentProblems } from '../problems.ts'
import { postInput } from '../shapes.ts'
import { findComposerBoards } from './composer.ts'
import { changeHour, unschedule } from './due.ts'
import { editPost } from './editing.ts'
import { findDiff, findVersions, type Version, type VersionDiff } from './history.ts'
import { findWaiting, findWritten } from './own.ts'
import { postProblems } from './problems.ts'
import { publishPost } from './publish.ts'
import {
  composerBoard,
  postEdit,
  publishedAnswer,
  schedule,
  versionDiff,
  versionLine,
  waitingPost,
  writtenPost,
} from './shapes.ts'
import { removePost } from './visibility.ts'

const tag = 'content'
/** A long article with its marks; the document schema bounds what is in it. */
const maxBody = 1_048_576

export const writingRoutes = ({ audience }: Pick<ContentParts, 'audience'>) => [
  route(
    {
      method: 'get',
      path: '/api/site/boards',
      summary: 'List the boards on which you may post, with kinds, rules and templates',
      tag,
      access: member,
      answer: z.object({ items: z.array(composerBoard) }),
    },
    async (ctx) => ({ items: await findComposerBoards(ctx, audience) }),
  ),
  route(
    {
      method: 'post',
      path: '/api/site/posts',
      summary: 'Publish a post, at once or at an hour',
      tag,
      access: member,
      body: postInput,
      maxBody,
      answer: publishedAnswer,
      status: 201,
    },
    async (ctx, { body }) => await publishPost(ctx, { audience }, body),
  ),
  route(
    {
      method: 'patch',
      path: '/api/site/posts/{id}',
      summary: 'Change the words of a post; the version before stays in its history',
      tag,
      access: member,
      params: idParams,
      body: postEdit,
      maxBody,
      answer: publishedAnswer,
    },
    async (ctx, { params, body }) => await editPost(ctx, await accessPost(ctx, audience, params.id), body),
  ),
  route(
    {
      method: 'delete',
      path: '/api/site/posts/{id}',
      summary: 'Take a post of yours away',
      tag,
      access: member,
      params: idParams,
    },
    async (ctx, { params }) => {
      const post = await accessPost(ctx, audience, params.id)
      if (!post.own) throw contentProblems.mayNotModerate()
      await removePost(ctx, post.id, '')
      return undefined
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/site/posts/{id}/document',
      summary: 'Open a post again to change it',
      tag,
      access: member,
      params: idParams,
      answer: writtenPost,
    },
    async (ctx, { params }) => {
      const post = await accessPost(ctx, audience, params.id)
      if (!post.own && !post.moderates) throw postProblems.mayNotEdit()
      return await findWritten(ctx, post.id)
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/site/posts/{id}/schedule',
      summary: 'Give a waiting post of yours another hour, or publish it now',
      tag,
      access: member,
      params: idParams,
      body: schedule,
    },
    async (ctx, { params, body }) => {
      const post = await accessOwn(ctx, audience, params.id)
      await changeHour(ctx, post, body.publishAt === null ? null : new Date(body.publishAt))
      return undefined
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/site/posts/{id}/schedule',
      summary: 'Take a waiting post back into your drafts',
      tag,
      access: member,
      params: idParams,
      answer: z.object({ draftId: z.string() }),
      status: 200,
    },
    async (ctx, { params }) => {
      const post = await accessOwn(ctx, audience, params.id)
      return { draftId: await unschedule(ctx, audience, post.id) }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/member/posts',
      summary: 'List posts of yours that wait, are hidden or were removed, with the reason',
      tag,
      access: member,
      answer: z.object({ items: z.array(waitingPost) }),
    },
    async (ctx) => ({ items: await findWaiting(ctx, requireAsker(ctx)) }),
  ),
  route(
    {
      method: 'get',
      path: '/api/site/posts/{id}/versions',
      summary: 'List the versions of a post, for its author and those who look after it',
      tag,
      access: member,
      params: idParams,
      answer: z.object({ items: z.array(versionLine) }),
    },
    async (ctx, { params }) => {
      const post = await accessHistory(ctx, audience, params.id)
      return { items: (await findVersions(ctx, post.id)).map(presentVersion) }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/site/posts/{id}/versions/{version}',
      summary: 'Read word for word what a version changed',
      tag,
      access: member,
      params: versionParams,
      answer: versionDiff,
    },
    async (ctx, { params }) => {
      const post = await accessHistory(ctx, audience, params.id)
      return presentDiff(await findDiff(ctx, post.id, params.version))
    },
  ),
]

/** Throws `post_not_found` for whatever is not one's own. */
async function accessOwn(ctx: Ctx, audience: Audience, postId: Id): Promise<AccessedPost> {
  const post = await accessPost(ctx, audience, postId)
  if (!post.own) throw contentProblems.postNotFound()
  return post
}

/** Older versions may hold what their author took out on purpose: not for everybody. */
export async function accessHistory(ctx: Ctx, audience: Audience, postId: Id): Promise<AccessedPost> {
  const post = await accessPost(ctx, audience, postId)
  if (!post.own && !post.moderates && !may(ctx.actor, 'content.read')) throw postProblems.mayNotEdit()
  return post
}

export const versionParams = idParams.extend({ version: z.coerce.number().int().min(1).max(1_000_000) })

export const presentVersion = (row: Version): z.input<typeof versionLine> => ({
  version: row.version,
  title: row.title,
  writtenAt: row.writtenAt.toISOString(),
  by: { name: row.byName, team: row.byTeam },
  reason: row.reason,
  current: row.current,
})

export const presentDiff = (found: VersionDiff): z.input<typeof versionDiff> => ({
  ...found,
  title: [...found.title],
  text: [...found.text],
})
