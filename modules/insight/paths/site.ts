/** What paths look at on our own member site unless somebody says otherwise, and what its pages are called. */
import { defineMessages, type Message } from '#base/i18n/messages.ts'
import type { Grouping, PathsQuestion } from './path.ts'

const pages = defineMessages({
  home: { zh: '首页', en: 'Home' },
  write: { zh: '写帖子', en: 'Writing' },
  editing: { zh: '改帖子', en: 'Editing a post' },
  post: { zh: '帖子', en: 'A post' },
  columns: { zh: '专栏', en: 'Columns' },
  topics: { zh: '话题', en: 'Topics' },
  groups: { zh: '社群广场', en: 'Groups' },
  joining: { zh: '申请入群', en: 'Joining a group' },
  group: { zh: '社群主页', en: 'A group' },
  activities: { zh: '活动列表', en: 'Activities' },
  activity: { zh: '活动页', en: 'An activity' },
  live: { zh: '直播', en: 'Live' },
  shop: { zh: '商城', en: 'Shop' },
  product: { zh: '商品页', en: 'A product' },
  member: { zh: '成员主页', en: 'A member' },
  search: { zh: '搜索', en: 'Search' },
  inbox: { zh: '消息', en: 'Inbox' },
  mine: { zh: '我的', en: 'Me' },
  signIn: { zh: '登录', en: 'Signing in' },
  join: { zh: '注册', en: 'Signing up' },
})

/** Patterns of paths with their names, the narrower before the wider. */
const known: readonly (readonly [string, Message])[] = [
  ['/', pages.home],
  ['/write', pages.write],
  ['/posts/*/edit', pages.editing],
  ['/posts/*', pages.post],
  ['/columns*', pages.columns],
  ['/topics*', pages.topics],
  ['/groups', pages.groups],
  ['/groups/*/join', pages.joining],
  ['/groups/*', pages.group],
  ['/activities', pages.activities],
  ['/activities/*', pages.activity],
  ['/live/*', pages.live],
  ['/shop', pages.shop],
  ['/products/*', pages.product],
  ['/members/*', pages.member],
  ['/search*', pages.search],
  ['/inbox*', pages.inbox],
  ['/me*', pages.mine],
  ['/sign-in*', pages.signIn],
  ['/join*', pages.join],
]

export const sitePages: ReadonlyMap<string, Message> = new Map(known)
export const siteGroupings: readonly Grouping[] = known.map(([pattern]) => ({ pattern }))

/** Things people do that are worth a step; being online and reading follow from the pages. */
const deeds = [
  'member.joined',
  'profile_completed',
  'group.joined',
  'post.published',
  'comment.posted',
  'reaction.given',
  'check_in',
  'tasting_joined',
  'order.paid',
] as const

export const siteQuestion: Omit<PathsQuestion, 'range'> = {
  scope: {},
  steps: [{ event: 'page_view', by: 'path' }, { event: 'post.read' }, ...deeds.map((event) => ({ event }))],
  visit: { by: 'pause', minutes: 30 },
  most: 5,
  mostNodes: 8,
  loops: 'runs',
  groupings: [...siteGroupings],
  exclude: [],
}
