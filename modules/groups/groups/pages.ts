/** Public groups as search engines and link previews see them: their words are in the HTML. */

import { html } from '#base/html/safe.ts'
import type { Page } from '#base/http/page.ts'
import { Problem } from '#base/http/problem.ts'
import { defineMessages, render } from '#base/i18n/messages.ts'
import { findBoards } from '../boards/boards.ts'
import { findRules } from '../rules/rules.ts'
import { findGroups } from './groups.sql.ts'
import { pictureUrl } from './present.ts'
import { accessGroup } from './site.ts'

const words = defineMessages({
  directory: { zh: '发现社群', en: 'Discover groups' },
  directorySays: { zh: '按兴趣、城市和需要，找到聊得来的人。', en: 'Find the people you get on with.' },
  members: { zh: '{count} 位成员', en: '{count|1 member|{count} members}' },
})

export const groupPages: readonly Page[] = [
  {
    path: '/groups',
    meta: async (ctx) => {
      const { items } = await findGroups(
        ctx,
        { state: 'open', listed: true },
        { after: undefined, limit: 24 },
      )
      return {
        title: render(words.directory, ctx.locale),
        description: render(words.directorySays, ctx.locale),
        listed: true,
        content: String(
          html`<h1>${render(words.directory, ctx.locale)}</h1><ul>${items.map(
            (group) => html`<li><a href="/groups/${group.slug}">${group.name}</a> ${group.summary}</li>`,
          )}</ul>`,
        ),
      }
    },
  },
  {
    path: '/groups/{slug}',
    meta: async (ctx, { slug = '' }) => {
      const group = await accessGroup(ctx, slug).catch((error: unknown) => {
        if (error instanceof Problem) return undefined
        throw error
      })
      if (!group) return undefined
      const [rules, boards] = await Promise.all([findRules(ctx, group.id), findBoards(ctx, group.id)])
      const image = pictureUrl(group.coverToken ?? group.pictureToken, 'large')
      return {
        title: group.name,
        description: group.summary || rules?.theme || '',
        ...(image ? { image } : {}),
        listed: group.visibility === 'public',
        content: String(
          html`<h1>${group.name}</h1><p>${group.summary}</p><p>${render(words.members, ctx.locale, {
            count: group.memberCount,
          })}</p>${rules ? html`<p>${rules.theme}</p><p>${rules.service}</p>` : html``}<ul>${boards.map(
            (board) => html`<li>${board.name} ${board.summary}</li>`,
          )}</ul>`,
        ),
      }
    },
  },
]
