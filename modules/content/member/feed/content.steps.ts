/** What a newcomer does once among the others: his first post. */
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'
import { defineSteps } from '#ui/member/declare.ts'
import { authorQuery } from './topic.queries.ts'

const words = {
  post: { zh: '发首帖', en: 'First post' },
  postAction: { zh: '发第一篇帖子', en: 'Write your first post' },
}

export const contentSteps = defineSteps([
  {
    name: 'post',
    label: words.post,
    action: words.postAction,
    path: '/write',
    order: 25,
    isDone: async (client) => {
      // Under the key that every screen has it by: asked once.
      const { token } = await client.fetchQuery({
        queryKey: ['member'],
        queryFn: () => ask(api.GET('/api/member')),
      })
      return (await client.fetchQuery(authorQuery(token))).posts > 0
    },
  },
])
