/** What 山丘咖啡 knows of its people: fields, contact points, notes, who looks after whom, tags in groups. */
import type { Actor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Parts } from '#base/parts.ts'
import {
  addContact,
  addField,
  findFields,
  noteMember,
  setFieldValues,
  setOwner,
} from '#modules/members/api.ts'
import { fieldWords, type MemberFieldType } from '#modules/members/fields/field.ts'
import { byMember, byOperator } from '#modules/members/origin.ts'
import { describeTag, saveTagGroup } from '#modules/members/tags/groups.ts'
import { findTags } from '#modules/members/tags/tagging.ts'
import { openVault } from '#modules/members/vault.ts'
import type { World } from './world.ts'

type At = (actor: Actor, daysAgo: number, hour?: number) => Ctx

const options = (...values: string[]) => values.map((value) => ({ value, label: value }))

const fields: readonly (readonly [key: string, type: MemberFieldType, words: object])[] = [
  [
    'birthday',
    'day',
    { label: '生日', memberAccess: 'edit', hint: '只用来在当天送上祝福', purpose: '生日祝福与生日礼' },
  ],
  ['gender', 'choice', { label: '性别', memberAccess: 'edit', options: options('女', '男', '不想说') }],
  [
    'occupation',
    'choice',
    {
      label: '职业',
      memberAccess: 'edit',
      options: options(
        '互联网', '设计', '教师', '学生', '医护', '金融', '自由职业', '餐饮', '制造', '公务员',
      ), // biome-ignore format: one list
    },
  ],
  [
    'interests',
    'choices',
    {
      label: '兴趣',
      memberAccess: 'edit',
      options: options('手冲', '意式', '拉花', '烘焙', '器具', '冷萃'),
    },
  ],
  [
    'region',
    'region',
    { label: '常驻地区', memberAccess: 'edit', necessary: true, purpose: '寄样品、约线下聚会' },
  ],
  ['grinder', 'text', { label: '家里的磨豆机', memberAccess: 'edit', hint: '品牌和型号' }],
  ['beans_monthly', 'number', { label: '每月喝多少克豆子', memberAccess: 'see' }],
  ['stored_value', 'money', { label: '门店储值余额', seenBy: ['admin', 'support', 'analyst'] }],
  ['subscribed', 'flag', { label: '订阅月度豆单', memberAccess: 'see' }],
  [
    'id_number',
    'text',
    { label: '身份证号', memberAccess: 'edit', sensitive: true, purpose: '线下活动投保' },
  ],
]

interface Known {
  readonly key: string
  readonly told: Readonly<Record<string, string | number | boolean | string[]>>
  readonly noted?: Readonly<Record<string, string | number | boolean>>
  readonly phone?: string
  readonly wechat?: string
  readonly card?: string
  readonly owner?: string
  readonly notes?: readonly (readonly [author: string, daysAgo: number, body: string, pinned?: boolean])[]
}

const known: readonly Known[] = [
  { key: 'ache', told: { birthday: '1992-11-21', gender: '男', occupation: '设计', interests: ['手冲', '器具'], region: ['浙江', '杭州'], grinder: 'EK43S' }, noted: { beans_monthly: 900, stored_value: 128_000, subscribed: true }, phone: '13800010001', wechat: 'ache_drip', card: 'SQ-0007', owner: 'linxiao', notes: [['tangguo', 60, '对深烘敏感（喝了心慌），寄样只寄浅烘和中烘。', true], ['chenlang', 3, '周三杯测聊到想出一期「家用磨豆机怎么选」，答应月底前给初稿，需要借一台 EK43 做对照。']] },
  { key: 'hanxiaohe', told: { birthday: '1998-03-08', gender: '女', occupation: '互联网', interests: ['拉花', '意式'], region: ['上海'] }, noted: { beans_monthly: 250, subscribed: true }, phone: '13800010002', owner: 'tangguo', notes: [['tangguo', 12, '拉花练到第 40 杯，天鹅已经像天鹅了。']] },
  { key: 'xumu', told: { birthday: '1995-07-15', gender: '男', occupation: '餐饮', interests: ['手冲', '烘焙'], region: ['四川', '成都'], grinder: 'Comandante C40' }, noted: { beans_monthly: 600 }, phone: '13800010003', owner: 'chenlang', notes: [['chenlang', 24, '明年想开店，问过三次设备清单；可以请到「企业咖啡角」分享。']] },
  { key: 'songzhiyi', told: { gender: '女', occupation: '自由职业', interests: ['手冲'], region: ['北京'] }, owner: 'chenlang' },
  { key: 'qingye', told: { birthday: '1994-11-25', gender: '女', occupation: '设计', interests: ['手冲', '冷萃'], region: ['浙江', '杭州'], grinder: '1Zpresso K-Plus' }, noted: { beans_monthly: 700, stored_value: 36_000, subscribed: true }, phone: '13800010004', wechat: 'qingye_100', card: 'SQ-0012', owner: 'tangguo', notes: [['linxiao', 5, '第 100 杯纪念，送了限定马克杯，合影可以用（已问过本人）。']] },
  { key: 'laoxu', told: { birthday: '1968-02-29', gender: '男', interests: ['手冲'], region: ['江苏', '苏州'] }, noted: { beans_monthly: 500 }, phone: '13800010005', card: 'SQ-0003', owner: 'linxiao', notes: [['laozhou', 11, '12 天没来了，电话说最近陪护家人；不急着召回，月底再问候。', true]] },
  { key: 'xiaoman', told: { interests: ['手冲', '拉花'] }, owner: 'tangguo' },
  { key: 'momo', told: { birthday: '2000-09-09', gender: '女', interests: ['器具'], region: ['广东', '深圳'] }, noted: { stored_value: 8_800 }, phone: '13800010006' },
  { key: 'keke', told: { occupation: '教师', interests: ['烘焙'], region: ['湖北', '武汉'] }, owner: 'chenlang' },
] // biome-ignore format: a table

/** Fills it in, as members and the team would have done over the last months. */
export async function buildProfileWorld(
  { secrets }: Pick<Parts, 'secrets'>,
  { operators, members }: World,
  at: At,
): Promise<void> {
  const vault = openVault(secrets)
  const lin = operators.linxiao!
  for (const [key, type, words] of fields) {
    const ctx = at(lin.actor, 150)
    // A demo that is loaded at the same time brings some of them along.
    if ((await findFields(ctx)).some((field) => field.key === key)) continue
    await addField(ctx, { key, type, ...fieldWords.parse(words) }).catch((error) => {
      if (error.code !== 'field_key_taken') throw error
    })
  }
  for (const person of known) {
    const member = members[person.key]!
    const joined = at(member.actor, 30)
    await setFieldValues(joined, vault, member.memberId, person.told, byMember)
    const clerk = at(operators.laozhou!.actor, 20)
    const admin = at(operators.hechuan!.actor, 20)
    if (person.noted) await setFieldValues(admin, vault, member.memberId, person.noted, byOperator)
    for (const [kind, value, system] of [
      ['phone', person.phone],
      ['wechat', person.wechat],
      ['external', person.card, 'store_card'],
    ] as const)
      if (value)
        await addContact(
          clerk,
          vault,
          member.memberId,
          { kind, value, ...(system ? { system } : {}) },
          { ...byOperator, verified: kind === 'phone' },
        )
    for (const [author, daysAgo, body, pinned = false] of person.notes ?? [])
      await noteMember(at(operators[author]!.actor, daysAgo), member.memberId, { body, pinned })
  }
  for (const owner of new Set(known.flatMap((person) => person.owner ?? [])))
    await setOwner(
      at(lin.actor, 60),
      known.filter((person) => person.owner === owner).map((person) => members[person.key]!.memberId),
      operators[owner]!.accountId,
    )
  await groupTags(at(lin.actor, 40))
}

async function groupTags(ctx: Ctx): Promise<void> {
  const tags = await findTags(ctx)
  const groups = {
    口味: { exclusive: false, tags: { 手冲: '常点或常聊手冲的人', 拉花: '', 烘焙: '' } },
    角色: { exclusive: false, tags: { 产品体验官: '参加过内测并交过反馈', 写作: '发过两篇以上长文' } },
    到店: { exclusive: false, tags: { 门店常客: '每月到店 4 次以上', 周三杯测: '常来周三的线下杯测' } },
  }
  for (const [name, group] of Object.entries(groups)) {
    const { id } = await saveTagGroup(ctx, undefined, { name, exclusive: group.exclusive })
    for (const [tag, note] of Object.entries(group.tags)) {
      const found = tags.find((each) => each.name === tag)
      if (found) await describeTag(ctx, found.id, { groupId: id, note })
    }
  }
}
