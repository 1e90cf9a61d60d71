/** Search in the console: what people seek, and posts in the command bar. */
import { api } from '#ui/api.ts'
import { defineConsole } from '#ui/console/define.ts'
import { take } from '#ui/console/problem.ts'
import { words } from './insight.words.ts'

interface Suggested {
  readonly items: readonly {
    readonly source: string
    readonly id: string
    readonly note: string
    readonly title: readonly { readonly text: string }[]
  }[]
}

export const searchConsole = defineConsole({
  nav: [
    {
      area: 'content',
      path: '/content/search',
      label: words.nav,
      order: 75,
      part: 'insight',
      permission: 'search.read',
    },
  ],
  routes: [
    {
      path: '/content/search',
      title: words.nav,
      permission: 'search.read',
      load: () => import('./InsightScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.command,
      icon: 'search',
      words: '搜索 洞察 关键词 search queries 同义词 synonyms',
      permission: 'search.read',
      run: ({ go }) => go('/content/search'),
    },
  ],
  finders: [
    {
      label: words.finder,
      permission: 'content.read',
      find: async (text, signal) =>
        (
          await take<Suggested>(
            api.GET('/api/site/search/suggestions', { params: { query: { q: text.slice(0, 100) } }, signal }),
          )
        ).items
          .filter(({ source }) => source === 'posts')
          .map(({ id, title, note }) => ({
            id,
            name: title.map((part) => part.text).join(''),
            note,
            path: `/content/posts/${id}`,
          })),
    },
  ],
})
