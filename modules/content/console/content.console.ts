/** 内容 in the console: posts, what waits, and what is arranged around them. Questions, reports and trust add their own. */
import { api } from '#ui/api.ts'
import { defineConsole } from '#ui/console/define.ts'
import { take } from '#ui/console/problem.ts'
import type { PostPage } from './posts/posts.queries.ts'
import { mixWords, postsWords, reviewWords, arrangeWords as words } from './posts/posts.words.ts'

const read = 'content.read'
const moderate = 'content.moderate'

export const contentConsole = defineConsole({
  nav: [
    { area: 'content', path: '/content', label: postsWords.posts, order: 10, permission: read },
    { area: 'content', path: '/content/review', label: reviewWords.review, order: 15, permission: moderate },
    {
      area: 'content',
      path: '/content/topics',
      label: words.topics,
      order: 50,
      part: 'arrange',
      permission: read,
    },
    {
      area: 'content',
      path: '/content/columns',
      label: words.columns,
      order: 55,
      part: 'arrange',
      permission: read,
    },
    {
      area: 'content',
      path: '/content/mix',
      label: mixWords.mix,
      order: 70,
      part: 'insight',
      permission: read,
    },
    {
      area: 'content',
      path: '/content/boards',
      label: words.boards,
      order: 85,
      part: 'rules',
      permission: read,
    },
  ],
  routes: [
    {
      path: '/content',
      title: postsWords.posts,
      permission: read,
      load: () => import('./posts/PostsScreen.tsx'),
    },
    {
      path: '/content/posts/$id',
      title: postsWords.post,
      permission: read,
      load: () => import('./posts/PostScreen.tsx'),
    },
    {
      path: '/content/review',
      title: reviewWords.title,
      permission: moderate,
      load: () => import('./posts/ReviewScreen.tsx'),
    },
    {
      path: '/content/topics',
      title: words.topics,
      permission: read,
      load: () => import('./posts/TopicsScreen.tsx'),
    },
    {
      path: '/content/columns',
      title: words.columns,
      permission: read,
      load: () => import('./posts/ColumnsScreen.tsx'),
    },
    {
      path: '/content/mix',
      title: mixWords.mix,
      permission: read,
      load: () => import('./posts/MixScreen.tsx'),
    },
    {
      path: '/content/boards',
      title: words.boards,
      permission: read,
      load: () => import('./posts/BoardsScreen.tsx'),
    },
  ],
  finders: [
    {
      label: postsWords.posts,
      permission: read,
      find: async (text, signal) =>
        (
          await take<PostPage>(
            api.GET('/api/content/posts', { params: { query: { q: text.slice(0, 60), limit: 6 } }, signal }),
          )
        ).items.map((post) => ({
          id: post.id,
          name: post.title || post.excerpt.slice(0, 40),
          note: `${post.author.name} · ${post.board.name}`,
          path: `/content/posts/${post.id}`,
        })),
    },
  ],
})
