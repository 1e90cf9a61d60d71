/** What 山丘咖啡 can ask about its members, for stories. */
import type { Catalogue, CatalogueEvent } from '#ui/console/condition/catalogue.ts'

const option = (value: string, label = value) => ({ value, label })
const plain = { unit: null, of: null, options: null, searchable: false } as const
const groups = [option('12', '手冲研究所'), option('13', '产品内测'), option('14', '新手上手')]
const event = (
  name: string,
  label: string,
  recent: number,
  properties: CatalogueEvent['properties'] = [],
  kind: CatalogueEvent['kind'] = 'behaviour',
): CatalogueEvent => ({ name, label, kind, properties, recent })

export const catalogue: Catalogue = {
  fields: [
    {
      ...plain,
      key: 'member.city',
      label: '城市',
      section: '资料',
      type: 'choice',
      options: ['上海', '杭州', '北京', '成都', '广州'].map((city) => option(city)),
    },
    { ...plain, key: 'member.joined_at', label: '加入时间', section: '资料', type: 'date' },
    { ...plain, key: 'member.birthday', label: '生日', section: '资料', type: 'day' },
    { ...plain, key: 'member.tags', label: '标签', section: '资料', type: 'choices', searchable: true },
    {
      ...plain,
      key: 'member.consents',
      label: '触达偏好',
      section: '资料',
      type: 'choices',
      options: [option('marketing', '群发'), option('analytics', '行为分析')],
    },
    {
      ...plain,
      key: 'group.joined_at',
      label: '加入社群',
      section: '社群',
      type: 'date',
      of: { label: '社群', options: groups },
    },
    {
      ...plain,
      key: 'group.member_of',
      label: '所在社群',
      section: '社群',
      type: 'choices',
      options: groups,
    },
  ],
  events: [
    event('*', '任何行为', 182_400, [], 'any'),
    event('post.read', '浏览帖子', 96_120, [{ name: 'title', label: '标题', type: 'text' }]),
    event('post.published', '发布帖子', 1_204),
    event('answer_adopted', '回答被采纳', 88),
    event('order.paid', '完成支付', 2_310, [
      { name: 'value', label: '金额', type: 'number' },
      { name: 'items', label: '件数', type: 'number' },
    ]),
    event('account.signed_in', '登录', 41_020, [], 'fact'),
  ],
  tests: {
    text: ['is', 'isNot', 'contains', 'notContains', 'startsWith', 'isKnown', 'isUnknown'],
    choice: ['isOneOf', 'isNoneOf', 'isKnown', 'isUnknown'],
    choices: ['hasAnyOf', 'hasAllOf', 'hasNoneOf', 'isKnown', 'isUnknown'],
    number: ['gte', 'lte', 'gt', 'lt', 'eq', 'ne', 'between', 'isKnown', 'isUnknown'],
    money: ['gte', 'lte', 'between', 'isKnown', 'isUnknown'],
    date: ['inLast', 'beforeLast', 'inNext', 'onOrAfter', 'before', 'isKnown', 'isUnknown'],
    day: ['anniversaryInNext', 'inLast', 'beforeLast', 'inNext', 'onOrAfter', 'before'],
    flag: ['isTrue', 'isFalse', 'isKnown', 'isUnknown'],
  },
}
