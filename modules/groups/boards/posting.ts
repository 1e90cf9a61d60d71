/** Who may post on a board, in words. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { defineMessages, render } from '#base/i18n/messages.ts'
import { roleLabels, tierLabels } from '../groups.messages.ts'
import type { Board } from './boards.ts'

const words = defineMessages({
  anyone: { zh: '所有人可发帖', en: 'Everybody may post' },
  members: { zh: '成员可发帖', en: 'Members may post' },
  some: { zh: '{who}可发帖', en: '{who} may post' },
  hosts: { zh: '只有主理人发帖', en: 'Only hosts post' },
  chosen: { zh: '指定人群', en: 'Chosen people' },
  andAbove: { zh: '{tier}及以上', en: '{tier} and above' },
  and: { zh: '、', en: ', ' },
})

export async function postingWords(ctx: Ctx, boards: readonly Board[]): Promise<ReadonlyMap<Id, string>> {
  const asked = boards.flatMap((board) =>
    board.permissions.post.flatMap((grant) => (grant.who === 'tier' ? grant.tierId : [])),
  )
  const tiers =
    asked.length === 0
      ? []
      : await ctx.db.selectFrom('group_tier').select(['id', 'key', 'name']).where('id', 'in', asked).execute()
  const say = (message: { zh: string; en: string }, values?: Record<string, string>) =>
    render(message, ctx.locale, values)
  const tierName = (id: Id) => {
    const tier = tiers.find((each) => each.id === id)
    if (!tier) return say(words.chosen)
    return tier.name || (tier.key in tierLabels ? say(tierLabels[tier.key as 'base']) : tier.key)
  }
  return new Map(
    boards.map(({ id, permissions: { post } }) => {
      if (post.length === 0) return [id, say(words.hosts)]
      if (post.some((grant) => grant.who === 'anyone')) return [id, say(words.anyone)]
      if (post.some((grant) => grant.who === 'members')) return [id, say(words.members)]
      const who = post.map((grant) => {
        if (grant.who === 'role') return say(roleLabels[grant.role])
        if (grant.who === 'tier') return say(words.andAbove, { tier: tierName(grant.tierId) })
        return say(words.chosen)
      })
      return [id, say(words.some, { who: [...new Set(who)].join(say(words.and)) })]
    }),
  )
}
