/** Whom 山丘咖啡 speaks of when it says "these people": segments with their history, lists, and tags that give themselves. */
import { modules } from '#apps/server/modules.ts'
import type { Actor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { declaredBy } from '#base/declarations/declared.ts'
import type { Parts } from '#base/parts.ts'
import { type Condition, createSegment, type Definition, openAudience } from '#modules/audience/api.ts'
import { changeList } from '#modules/audience/segments/listing.ts'
import { presetsFor } from '#modules/audience/segments/presets.ts'
import { changeSegment } from '#modules/audience/segments/segments.ts'
import { createTagRule } from '#modules/audience/tag-rules/tag-rules.ts'
import type { World } from './world.ts'

type At = (actor: Actor, daysAgo: number, hour?: number) => Ctx

const days = (amount: number) => ({ last: { amount, unit: 'days' as const } })
const all = (...of: Condition[]): Condition => ({ kind: 'all', of })
const any = (...of: Condition[]): Condition => ({ kind: 'any', of })
const who = (condition: Condition): Definition => ({ version: 1, who: condition })
const did = (event: string, value: number, within: number): Condition => ({
  kind: 'event',
  event,
  window: days(within),
  measure: { of: 'count', op: 'gte', value },
})
const never = (event: string): Condition => ({
  kind: 'event',
  event,
  measure: { of: 'count', op: 'eq', value: 0 },
})
const refusesMail: Condition = {
  kind: 'field',
  field: 'member.consents',
  test: { op: 'hasNoneOf', value: ['marketing'] },
}

export async function buildSegmentsWorld(parts: Parts, { operators, members }: World, at: At): Promise<void> {
  const audience = openAudience(
    parts,
    declaredBy(() => modules(parts)),
  )
  const chen = operators.chenlang!.actor
  const lin = operators.linxiao!.actor
  const group = await at(chen, 30)
    .db.selectFrom('community_group')
    .select('id')
    .where('name', '=', '手冲研究所')
    .executeTakeFirstOrThrow()
  const inGroupFor = (value: number): Condition => ({
    kind: 'field',
    field: 'group.joined_at',
    of: group.id,
    test: { op: 'beforeLast', value },
  })

  // First too wide, then about the group, then with those whose answers were taken, at last without who wants no mail.
  const readers = all(did('post.read', 8, 30), never('post.published'))
  const answered = all(did('reaction.given', 1, 90), {
    kind: 'event',
    event: 'page_view',
    measure: { of: 'last', test: { op: 'beforeLast', value: 14 } },
  })
  const silent = await createSegment(at(chen, 26), audience, {
    name: '看得多、还没开口的手冲爱好者',
    note: '给一个低门槛的话题，请他们说第一句；每周三由阿澈点名邀请。',
    kind: 'dynamic',
    definition: who(readers),
  })
  const versions: readonly (readonly [number, Definition])[] = [
    [24, who(all(inGroupFor(30), did('post.read', 5, 30), never('post.published')))],
    [19, who(all(inGroupFor(30), did('post.read', 8, 30), never('post.published')))],
    [12, who(all(inGroupFor(30), any(readers, answered)))],
    [3, who(all(inGroupFor(30), any(readers, answered), { kind: 'not', of: refusesMail }))],
  ]
  for (const [ago, definition] of versions)
    await changeSegment(at(ago === 12 ? lin : chen, ago), audience, silent.id, { definition })

  for (const preset of presetsFor([]).presets)
    if (['silent', 'slipping', 'valuable', 'newcomers'].includes(preset.key))
      await createSegment(at(chen, 20), audience, {
        name: preset.name.zh,
        note: preset.note.zh,
        kind: 'dynamic',
        definition: preset.definition,
      })
  const tasters = await createSegment(at(lin, 8), audience, {
    name: '冬季新品体验官',
    note: '第一批寄样名单，地址已和本人确认。',
    kind: 'static',
  })
  await changeList(at(lin, 8), tasters.id, {
    add: ['ache', 'songzhiyi', 'xumu', 'qingye', 'hanxiaohe'].map((key) => members[key]!.memberId),
    remove: [],
  })
  await changeList(at(chen, 5), tasters.id, { add: [], remove: [members.xumu!.memberId] })

  await createTagRule(at(chen, 18), audience, {
    tag: '待激活',
    definition: who({ kind: 'segment', segment: silent.id }),
    takesAway: true,
  })
  await createTagRule(at(chen, 16), audience, {
    tag: '复购',
    definition: who(did('order.paid', 2, 90)),
    takesAway: false,
  })
}
