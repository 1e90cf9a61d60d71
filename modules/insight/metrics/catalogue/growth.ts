/** 获取: how many there are, who comes and who goes. */

import { ofGroups } from '../belonging.ts'
import type { StockExpression } from '../metric.ts'
import { anyone, count, entry, formula, leftGroup, members, population, ratio, sum } from './entry.ts'

const joined = members(['member.joined'], anyone)
const inGroups: StockExpression = { ...ofGroups, at: 'start' }

export const growth = [
  entry(
    'members_total',
    ['成员总数', 'Members'],
    [
      '期末成员数；看某个群时是群成员数。注销账号的人从注销那天起不再计入，之前照算；合并的重复档案只算一人',
      'Members at the end of the period; of a group, its members. Who closed the account counts up to that day; merged doubles are one',
    ],
    population(),
    'members',
    { ids: ['S1-02'] },
  ),
  entry(
    'new_members',
    ['新增成员', 'New members'],
    ['当期加入的成员数，导入的也算', 'Members who joined in the period, imported ones too'],
    joined,
    'members',
    { ids: ['S1-02'] },
  ),
  entry(
    'net_growth',
    ['净增成员', 'Net growth'],
    ['期末成员数 − 期初成员数', 'Members at the end − at the start'],
    formula('a - b', { a: population(), b: population('start') }),
    'members',
    { ids: ['S1-02'] },
  ),
  entry(
    'member_growth_rate',
    ['成员增长率', 'Member growth'],
    ['（期末成员数 − 期初成员数）÷ 期初成员数', '(Members at the end − at the start) ÷ members at the start'],
    formula('(a - b) / b', { a: population(), b: population('start') }),
    'share',
    { ids: ['S1-02'] },
  ),
  entry(
    'group_joins',
    ['入群人数', 'Joined a group'],
    ['当期加入任一群的成员数', 'Members who joined a group in the period'],
    members(['group.joined'], anyone),
    'members',
  ),
  entry(
    'group_leavers',
    ['退群人数', 'Left a group'],
    [
      '当期离开任一群的成员数，被移出的也算；合并重复档案不算离开',
      'Members who left a group, or were removed, in the period; that two profiles of one person became one is no leaving',
    ],
    members([leftGroup], anyone),
    'members',
    { better: 'less' },
  ),
  entry(
    'net_group_growth',
    ['群净增', 'Net growth of groups'],
    ['入群次数 − 退群次数', 'Joinings − leavings'],
    formula('a - b', { a: count(['group.joined'], anyone), b: count([leftGroup], anyone) }),
    'members',
  ),
  entry(
    'join_rate',
    ['入群率', 'Join rate'],
    ['入群人数 ÷ 渠道曝光人数', 'Members who joined ÷ people whom the channel reached'],
    ratio(members(['group.joined'], anyone), count(['channel.exposed'], anyone)),
    'share',
  ),
  entry(
    'leave_rate',
    ['退群率', 'Leave rate'],
    [
      '期初在群、当期退群的成员数 ÷ 期初在群人数；当期才入群又退群的不算',
      'Of the members of groups at the start of the period, those who left in it; who came in it is in neither',
    ],
    ratio(members([leftGroup], { ...anyone, inside: inGroups }), inGroups),
    'share',
    { better: 'less' },
  ),
  entry(
    'cost_per_member',
    ['获粉成本', 'Cost per new member'],
    ['渠道花费 ÷ 新增成员', 'Spent on channels ÷ new members'],
    ratio(sum(['channel.spent'], anyone), joined),
    'money',
    { ids: ['S2-42', 'S3-56'], better: 'less' },
  ),
  entry(
    'customer_to_member_rate',
    ['新客转会员率', 'New customers who become members'],
    ['当期新客中成为会员的人数 ÷ 当期新客数', 'New customers who became members ÷ new customers'],
    ratio(count(['customer.became_member'], anyone), count(['customer.acquired'], anyone)),
    'share',
    { ids: ['S1-45'] },
  ),
]
