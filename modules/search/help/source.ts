/** Help as something people find: where one sets or learns it. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'
import type { SearchSource } from '#base/declarations/searchable.ts'
import { render } from '#base/i18n/messages.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { communityFounded } from '#modules/identity/facts.ts'
import { searchLabels } from '../search.messages.ts'
import { helpPages } from './pages.ts'

const find = (ids: readonly string[]) => helpPages.filter((page) => ids.includes(page.id))

export const helpSource: SearchSource = {
  name: 'help',
  label: searchLabels.help,
  named: true,
  halfLife: 0,
  touched: ({ name }) => (name === communityFounded.name ? helpPages.map((page) => page.id) : []),
  list: async (_ctx, after, limit) =>
    helpPages
      .map((page) => page.id)
      .filter((id) => Number(id) > Number(after))
      .slice(0, limit),
  // Both languages are in the index: people ask in either.
  read: async (ctx, ids) => {
    const at = await bornAt(ctx)
    return new Map(
      find(ids).map(({ id, title, says, names }) => [
        id,
        {
          title: title.zh,
          body: [says.zh, says.en].join('\n'),
          names: [title.en, ...names],
          kind: '',
          at,
          quality: 0.5,
        },
      ]),
    )
  },
  sight: async (ctx) => ({
    visible: sql<boolean>`true`,
    show: async (ids) =>
      new Map(
        find(ids).map(({ id, path, title, says }) => [
          id,
          {
            id,
            path,
            title: render(title, ctx.locale),
            note: '',
            body: render(says, ctx.locale),
          },
        ]),
      ),
  }),
}

/** Help is as old as the community, so that it never counts as news. */
const bornAt = async (ctx: Ctx): Promise<Date> => new Date((await findCommunity(ctx))?.founded_at ?? ctx.now)
