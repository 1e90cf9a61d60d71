/** Posts, topics, authors, columns and the home page as search engines, previews and slow phones see them. */

import type { Ctx } from '#base/context.ts'
import { html } from '#base/html/safe.ts'
import type { Page, PageMeta } from '#base/http/page.ts'
import { Problem } from '#base/http/problem.ts'
import { id as idSchema } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { accessPost, askerOf } from '../../access.ts'
import { findColumns, getAuthorPage } from '../../feed/authors.ts'
import type { CardParts } from '../../feed/cards.ts'
import { readFeed } from '../../feed/feed.ts'
import { feedFilter } from '../../feed/shapes.ts'
import { findTopics, getTopicPage } from '../../feed/topics.ts'
import { readPoll } from '../../talk/polls.ts'
import { readThreads } from '../../talk/present.ts'
import { presentPostPage } from '../page.ts'
import { firstPicture } from '../pictures.ts'
import { inPage, postList, postMarkup, type Setting, titleOf } from './markup.ts'
import { publicWords as words } from './public.messages.ts'
import { crumbs, structureOfPost } from './structured.ts'

/** As `modules/content/member/page` asks for them first. */
export const firstComments = { sort: 'best', limit: 20 } as const
/** As the first page asks for its list. */
export const firstList = { view: 'latest', limit: 20 } as const
const listed = 24

export const contentPages = (parts: CardParts): readonly Page[] => [
  {
    path: '/',
    meta: async (ctx) => {
      const setting = await settingOf(ctx)
      if (!setting) return undefined
      const { view, limit } = firstList
      const feed = await readFeed(ctx, parts, feedFilter.parse({ view }), { cursor: undefined, limit })
      const member = askerOf(ctx) !== undefined
      return {
        title: setting.name,
        description: setting.slogan,
        listed: true,
        feed: { title: render(words.feedOf, ctx.locale, { name: setting.name }), path: '/feed.xml' },
        content: inPage(
          setting,
          html`<section class="first-home"><h1>${setting.name}</h1><p>${setting.slogan}</p></section>${postList(setting, feed.items)}`,
        ),
        structured: [{ '@type': 'WebSite', name: setting.name, url: '/' }],
        screen: `apps/member/home/${member ? 'MemberHome' : 'PublicHome'}.tsx`,
        answers: { [`/api/site/feed?limit=${limit}&view=${view}`]: feed },
        first: ['/api/site/home', ...(member ? ['/api/member'] : [])],
      }
    },
  },
  { path: '/posts/{id}', meta: (ctx, { id = '' }) => orNothing(postMeta(ctx, parts, id)) },
  {
    path: '/topics',
    meta: async (ctx) => {
      const setting = await settingOf(ctx)
      if (!setting) return undefined
      const { items } = await findTopics(ctx, await findBoardStandings(ctx, parts.audience), { limit: 60 })
      const title = render(words.topics, ctx.locale)
      return {
        title,
        description: render(words.topicsSay, ctx.locale),
        listed: true,
        content: inPage(
          setting,
          html`<h1>${title}</h1><ul class="first-list">${items.map(
            (topic) =>
              html`<li><a href="/topics/${encodeURIComponent(topic.name)}">#${topic.name}</a> ${topic.posts}</li>`,
          )}</ul>`,
        ),
      }
    },
  },
  {
    path: '/topics/{name}',
    meta: (ctx, { name = '' }) =>
      orNothing(
        listMeta(ctx, parts, { topic: decoded(name) }, async (setting) => {
          const topic = await getTopicPage(ctx, parts, decoded(name))
          const path = `/topics/${encodeURIComponent(topic.name)}`
          return {
            title: `#${topic.name}`,
            description:
              topic.summary || render(words.topicSays, ctx.locale, { name: topic.name, count: topic.posts }),
            canonical: path,
            path,
            image: topic.coverUrl,
            structured: [
              crumbs([
                [setting.name, '/'],
                [render(words.topics, ctx.locale), '/topics'],
                [`#${topic.name}`, path],
              ]),
            ],
          }
        }),
      ),
  },
  {
    path: '/members/{token}',
    meta: (ctx, { token = '' }) =>
      orNothing(
        listMeta(ctx, parts, { author: token }, async () => {
          const author = await getAuthorPage(ctx, parts, token)
          // Profiles are not for search engines: what people wrote is, where they wrote it.
          return {
            title: author.gone ? render(words.gone, ctx.locale) : author.name,
            description: render(words.authorSays, ctx.locale, {
              name: author.name,
              count: author.posts,
              accepted: author.accepted,
            }),
            path: `/members/${token}`,
            image: null,
            kind: 'profile',
            listed: false,
          }
        }),
      ),
  },
  {
    path: '/columns',
    meta: async (ctx) => {
      const setting = await settingOf(ctx)
      if (!setting) return undefined
      const { items } = await findColumns(ctx, parts, { limit: 60 })
      const title = render(words.columns, ctx.locale)
      return {
        title,
        description: render(words.columnsSay, ctx.locale),
        listed: true,
        content: inPage(
          setting,
          html`<h1>${title}</h1><ul class="first-list">${items.map(
            (column) => html`<li><a href="/columns/${column.slug}">${column.name}</a> ${column.summary}</li>`,
          )}</ul>`,
        ),
      }
    },
  },
  {
    path: '/columns/{slug}',
    meta: (ctx, { slug = '' }) =>
      orNothing(
        listMeta(ctx, parts, { column: slug }, async (setting) => {
          const column = (await findColumns(ctx, parts, { slug, limit: 1 })).items[0]
          if (!column) return undefined
          const title = render(words.columnOf, ctx.locale, {
            name: column.name,
            author: column.author.name,
          })
          return {
            title,
            description: column.summary || title,
            path: `/columns/${slug}`,
            image: column.coverUrl,
            structured: [
              crumbs([
                [setting.name, '/'],
                [render(words.columns, ctx.locale), '/columns'],
                [column.name, `/columns/${slug}`],
              ]),
            ],
          }
        }),
      ),
  },
  // The words of a group are its module's; what is written there is added.
  {
    path: '/groups/{slug}',
    meta: (ctx, { slug = '' }) =>
      orNothing(
        listMeta(ctx, parts, { group: slug }, async () => ({
          title: '',
          description: '',
          path: `/groups/${slug}`,
          image: null,
        })),
      ),
  },
]

/** What one may not see looks like what is not there. */
const orNothing = (meta: Promise<PageMeta | undefined>): Promise<PageMeta | undefined> =>
  meta.catch((error: unknown) => {
    if (error instanceof Problem && error.kind.status < 500) return undefined
    throw error
  })

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

async function settingOf(ctx: Ctx): Promise<(Setting & { slogan: string }) | undefined> {
  const community = await findCommunity(ctx)
  return community && { ctx, name: community.name, slogan: community.slogan, zone: community.time_zone }
}

interface ListHead {
  readonly title: string
  readonly description: string
  readonly path: string
  readonly image: string | null
  readonly canonical?: string
  readonly kind?: PageMeta['kind']
  readonly listed?: boolean
  readonly structured?: PageMeta['structured']
}

/** A page that heads a list of posts. */
async function listMeta(
  ctx: Ctx,
  parts: CardParts,
  filter: { topic: string } | { author: string } | { column: string } | { group: string },
  head: (setting: Setting) => Promise<ListHead | undefined>,
): Promise<PageMeta | undefined> {
  const setting = await settingOf(ctx)
  const said = setting && (await head(setting))
  if (!said) return undefined
  const asked = feedFilter.safeParse(filter)
  if (!asked.success) return undefined
  const { items } = await readFeed(ctx, parts, asked.data, { cursor: undefined, limit: listed })
  const { title, description, path, image, ...rest } = said
  return {
    listed: true,
    ...rest,
    title,
    description,
    ...(image ? { image } : {}),
    feed: {
      title: render(words.feedOf, ctx.locale, { name: title || setting.name }),
      path: `${path}/feed.xml`,
    },
    content: title
      ? inPage(setting, html`<h1>${title}</h1><p>${description}</p>${postList(setting, items)}`)
      : String(
          html`<section><h2>${render(words.latest, ctx.locale)}</h2>${postList(setting, items)}</section>`,
        ),
  }
}

async function postMeta(ctx: Ctx, parts: CardParts, postId: string): Promise<PageMeta | undefined> {
  if (!idSchema.safeParse(postId).success) return undefined
  const [setting, post] = await Promise.all([settingOf(ctx), accessPost(ctx, parts.audience, postId)])
  if (!setting) return undefined
  if (post.mergedInto) return { title: setting.name, movedTo: `/posts/${post.mergedInto}` }
  const [page, threads] = await Promise.all([
    presentPostPage(ctx, parts, post),
    readThreads(ctx, post, firstComments),
  ])
  const open = post.state === 'published' && post.board.open && post.board.group.visibility === 'public'
  const image = page.media[0] ? `/files/${page.media[0].file}/large` : firstPicture(page.html)
  const address = `/api/site/posts/${postId}`
  const { sort, limit } = firstComments
  return {
    title: titleOf(setting, page),
    description: page.excerpt,
    kind: 'article',
    listed: open,
    screen: 'modules/content/member/page/PostScreen.tsx',
    ...(page.publishedAt ? { published: new Date(page.publishedAt) } : {}),
    ...(page.editedAt ? { changed: new Date(page.editedAt) } : {}),
    ...(image && open ? { image } : {}),
    content: inPage(setting, postMarkup(setting, page, threads)),
    structured: open ? structureOfPost(setting, page, threads) : [],
    answers: {
      [address]: page,
      [`${address}/comments?limit=${limit}&sort=${sort}`]: threads,
      ...(page.poll ? { [`${address}/poll`]: await readPoll(ctx, post) } : {}),
    },
  }
}
