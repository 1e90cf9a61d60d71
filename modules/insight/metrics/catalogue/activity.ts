/** 激活与活跃: who comes, how often, and who stays away. */
import type { PeopleExpression } from '../metric.ts'
import {
  anyone,
  count,
  days,
  entry,
  formula,
  inside,
  members,
  people,
  population,
  present,
  ratio,
  sum,
  time,
} from './entry.ts'

const any = ['*']
const spoke = ['post.published', 'comment.posted']
const interacted = ['comment.posted', 'reaction.given', 'post.shared', 'post.bookmarked']
/** Whoever ever came: of those who are members still, all. */
const came: PeopleExpression['who'][number] = {
  event: 'member.joined',
  or: [{ event: 'group.joined' }],
  when: 'ever',
  ...anyone,
}
const active = (from: number, to: number, not = false) => ({
  event: '*',
  when: { from, to },
  ...(not ? { not } : {}),
})

export const activity = [
  entry(
    'active_members',
    ['活跃成员', 'Active members'],
    ['当期有过任何行为的成员数（去重）', 'Members who did anything in the period, each once'],
    members(any),
    'members',
    { ids: ['S0-05', 'S4-01', 'S2-66'] },
  ),
  entry(
    'daily_actives',
    ['日活跃 DAU', 'Daily actives (DAU)'],
    ['每天活跃成员数，多天取日均', 'Active members of a day; the mean of several days'],
    formula('a / b', { a: days(any), b: time('day') }),
    'members',
    { ids: ['S4-01'] },
  ),
  entry(
    'weekly_actives',
    ['周活跃 WAU', 'Weekly actives (WAU)'],
    ['截至期末的近 7 天活跃成员数', 'Members active in the 7 days up to the end of the period'],
    members(any, { rolling: 7 }),
    'members',
    { ids: ['S1-03'] },
  ),
  entry(
    'monthly_actives',
    ['月活跃 MAU', 'Monthly actives (MAU)'],
    ['截至期末的近 30 天活跃成员数', 'Members active in the 30 days up to the end of the period'],
    members(any, { rolling: 30 }),
    'members',
  ),
  entry(
    'weekly_active_rate',
    ['周活跃率', 'Weekly active rate'],
    [
      '期末成员中，近 7 天活跃的人数占比；看某个群时只算群成员',
      'Of the members at the end, those active in the last 7 days; of a group, its members only',
    ],
    ratio(members(any, { rolling: 7, ...inside }), population()),
    'share',
    { ids: ['S1-03', 'S4-01'] },
  ),
  entry(
    'stickiness',
    ['用户粘度', 'Stickiness'],
    [
      'DAU ÷ MAU：近 30 天日均活跃 ÷ 近 30 天活跃成员数',
      'DAU ÷ MAU: mean daily actives of 30 days ÷ members active in them',
    ],
    formula('a / 30 / b', { a: days(any, { rolling: 30 }), b: members(any, { rolling: 30 }) }),
    'share',
    { ids: ['S4-14', 'S4-01'] },
  ),
  entry(
    'active_days',
    ['人均活跃天数', 'Active days per member'],
    ['活跃成员的活跃天数之和 ÷ 活跃成员数', 'Active days of all ÷ active members'],
    ratio(days(any), members(any)),
    'days',
    { ids: ['S4-78', 'S1-34'] },
  ),
  entry(
    'online_minutes',
    ['人均在线时长', 'Minutes online per member'],
    ['在线时长之和 ÷ 有在线记录的成员数', 'Time online ÷ members with time online'],
    formula('a / 60 / b', { a: sum(['online_time']), b: members(['online_time']) }),
    'minutes',
    { ids: ['S0-41', 'S4-78'] },
  ),
  entry('messages', ['发言量', 'Messages'], ['帖子数 + 评论数', 'Posts + comments'], count(spoke), 'times', {
    ids: ['S0-40'],
  }),
  entry(
    'messages_per_month',
    ['月均发言量', 'Messages per month'],
    ['发言量 ÷ 月数（每月按 30.44 天）', 'Messages ÷ months of 30.44 days'],
    formula('a / b', { a: count(spoke), b: time('month') }),
    'times',
    { ids: ['S0-05'] },
  ),
  entry(
    'messages_per_member',
    ['人均消息数', 'Messages per member'],
    ['发言量 ÷ 期末成员数', 'Messages ÷ members at the end'],
    ratio(count(spoke), population()),
    'number',
  ),
  entry(
    'speakers',
    ['发言人数', 'Members who wrote'],
    ['当期发过帖或评论的成员数', 'Members who posted or commented in the period'],
    members(spoke),
    'members',
  ),
  entry(
    'speaking_rate',
    ['发言率', 'Speaking rate'],
    [
      '期末成员中，当期发过言的人数占比；看某个群时只算群成员',
      'Of the members at the end, those who wrote in the period; of a group, its members only',
    ],
    ratio(members(spoke, inside), population()),
    'share',
  ),
  entry(
    'interactions',
    ['互动量', 'Interactions'],
    ['评论 + 表态 + 分享 + 收藏的次数', 'Comments + reactions + shares + bookmarks'],
    count(interacted),
    'times',
    { ids: ['S1-34'] },
  ),
  entry(
    'interaction_members_rate',
    ['互动率（人）', 'Members who interact'],
    [
      '期末成员中，当期有过互动的人数占比；看某个群时只算群成员',
      'Of the members at the end, those who interacted in the period; of a group, its members only',
    ],
    ratio(members(interacted, inside), population()),
    'share',
  ),
  entry(
    'interactions_per_active',
    ['周互动频次', 'Interactions per active member and week'],
    ['互动次数 ÷ 活跃成员数 ÷ 周数', 'Interactions ÷ active members ÷ weeks'],
    formula('a / b / c', { a: count(interacted), b: members(any), c: time('week') }),
    'number',
    { ids: ['S1-04'] },
  ),
  entry(
    'interactions_per_member',
    ['人均周互动次数', 'Interactions per member and week'],
    ['互动次数 ÷ 期末成员数 ÷ 周数', 'Interactions ÷ members at the end ÷ weeks'],
    formula('a / b / c', { a: count(interacted), b: population(), c: time('week') }),
    'number',
    { ids: ['S1-49'] },
  ),
  entry(
    'newcomers',
    ['首次活跃成员', 'Newly active members'],
    ['当期第一次有行为的成员数', 'Members who did something for the first time ever'],
    people({ event: '*' }, { event: '*', when: 'before', not: true }),
    'members',
  ),
  entry(
    'freshness',
    ['用户新鲜度', 'Freshness'],
    ['首次活跃成员 ÷ 活跃成员', 'Newly active members ÷ active members'],
    ratio(people({ event: '*' }, { event: '*', when: 'before', not: true }), members(any)),
    'share',
  ),
  entry(
    'returned_members',
    ['回流成员', 'Returned members'],
    [
      '近 7 天活跃、此前 7 天不活跃、更早活跃过的成员数',
      'Active in the last 7 days, not in the 7 before, but earlier',
    ],
    people(active(6, 0), active(13, 7, true), { event: '*', when: { to: 14 } }),
    'members',
  ),
  entry(
    'loyal_members',
    ['忠诚成员', 'Loyal members'],
    ['连续 5 个 7 天都活跃的成员数', 'Members active in each of the last five 7-day spans'],
    people(active(6, 0), active(13, 7), active(20, 14), active(27, 21), active(34, 28)),
    'members',
    { ids: ['S4-14'] },
  ),
  entry(
    'lapsed_members',
    ['近期流失成员', 'Lately lapsed members'],
    ['此前 4 周内活跃、近 14 天不活跃的成员数', 'Active in the 4 weeks before, not in the last 14 days'],
    people(active(41, 14), active(13, 0, true)),
    'members',
    { better: 'less' },
  ),
  entry(
    'silent_members',
    ['沉默成员', 'Silent members'],
    [
      '已加入、没有注销、近 30 天没有任何行为的成员数',
      'Members who did nothing in the last 30 days and did not leave',
    ],
    present(people(came, active(29, 0, true))),
    'members',
    { better: 'less' },
  ),
  entry(
    'never_spoke',
    ['从未发言成员', 'Members who never wrote'],
    ['已加入、没有注销、从未发帖或评论的成员数', 'Members who never posted nor commented and did not leave'],
    present(
      people(came, {
        event: 'post.published',
        or: [{ event: 'comment.posted' }],
        when: 'ever',
        not: true,
      }),
    ),
    'members',
    { better: 'less' },
  ),
]
