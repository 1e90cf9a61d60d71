/** Addresses that programs of others read: sitemaps for search engines, feeds for readers. */
import { z } from 'zod'
import { anyone } from '#base/access/access.ts'
import type { Config } from '#base/config/config.ts'
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { id } from '#base/http/schemas.ts'
import type { Audience } from '#modules/audience/api.ts'
import { atomFeed, type FeedOf } from './atom.ts'
import { sitemapIndex, sitemapOfPages, sitemapOfPosts } from './sitemap.ts'
import { xmlAnswer } from './xml.ts'

export interface PublicParts {
  readonly audience: Audience
  readonly config: Pick<Config, 'baseUrl'>
}

const tag = 'public'
const slug = z.object({ slug: z.string().regex(/^[a-z0-9-]{2,80}$/) })
/** Crawlers come from few addresses and need not hurry. */
const limit = { max: 60, perSeconds: 60 }
const hour = 3_600

export const publicRoutes = ({ audience, config: { baseUrl } }: PublicParts) => {
  const feed = async (ctx: Ctx, of: FeedOf) =>
    xmlAnswer(await atomFeed(ctx, { audience, baseUrl }, of), 'application/atom+xml', 300)
  const common = { method: 'get', tag, access: anyone, limit } as const
  return [
    route({ ...common, path: '/sitemap.xml', summary: 'List what search engines may find' }, async (ctx) =>
      xmlAnswer(await sitemapIndex(ctx, audience, baseUrl), 'application/xml', hour),
    ),
    route(
      {
        ...common,
        path: '/sitemaps/{name}',
        summary: 'List pages or posts for search engines',
        params: z.object({ name: z.string().regex(/^(pages|posts-\d{1,12})\.xml$/) }),
        seconds: 120,
      },
      async (ctx, { params: { name } }) => {
        if (name === 'pages.xml')
          return xmlAnswer(await sitemapOfPages(ctx, audience, baseUrl), 'application/xml', hour)
        const part = Number(/^posts-(\d+)\.xml$/.exec(name)?.[1])
        if (!Number.isSafeInteger(part)) throw problems.notFound()
        return xmlAnswer(sitemapOfPosts(ctx, audience, baseUrl, part), 'application/xml', hour)
      },
    ),
    route({ ...common, path: '/feed.xml', summary: 'Follow the site in a feed reader' }, async (ctx) =>
      feed(ctx, { of: 'site' }),
    ),
    route(
      {
        ...common,
        path: '/groups/{slug}/feed.xml',
        summary: 'Follow a group in a feed reader',
        params: slug,
      },
      async (ctx, { params }) => feed(ctx, { of: 'group', slug: params.slug }),
    ),
    route(
      {
        ...common,
        path: '/boards/{id}/feed.xml',
        summary: 'Follow a board in a feed reader',
        params: z.object({ id }),
      },
      async (ctx, { params }) => feed(ctx, { of: 'board', id: params.id }),
    ),
    route(
      {
        ...common,
        path: '/topics/{name}/feed.xml',
        summary: 'Follow a topic in a feed reader',
        params: z.object({ name: z.string().min(1).max(40) }),
      },
      async (ctx, { params }) => feed(ctx, { of: 'topic', name: params.name }),
    ),
    route(
      {
        ...common,
        path: '/members/{token}/feed.xml',
        summary: 'Follow an author in a feed reader',
        params: z.object({ token: z.string().regex(/^[\w-]{1,64}$/) }),
      },
      async (ctx, { params }) => feed(ctx, { of: 'author', token: params.token }),
    ),
    route(
      {
        ...common,
        path: '/columns/{slug}/feed.xml',
        summary: 'Follow a column in a feed reader',
        params: slug,
      },
      async (ctx, { params }) => feed(ctx, { of: 'column', slug: params.slug }),
    ),
  ]
}
