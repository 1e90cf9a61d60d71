import { defineMessages, type Message, type Values } from '#base/i18n/messages.ts'
import type { TrailLine } from './trail-lines.ts'

const sentences = defineMessages({
  joined: { zh: '加入了社区', en: 'Joined the community' },
  profileChanged: { zh: '修改了资料', en: 'Changed the profile' },
  visited: { zh: '来逛了逛', en: 'Came by' },
  visitedOne: { zh: '来过，看了「{page}」', en: 'Came by and looked at “{page}”' },
  visitedMany: {
    zh: '来过，看了「{page}」等 {count} 个页面',
    en: 'Came by and looked at “{page}” and {rest} more',
  },
  profileCompleted: { zh: '填好了资料', en: 'Completed the profile' },
  posted: { zh: '发了一个帖子', en: 'Published a post' },
  postViewed: { zh: '看了一个帖子', en: 'Read a post' },
  commented: { zh: '回复了一个帖子', en: 'Replied to a post' },
  reacted: { zh: '点了赞', en: 'Liked something' },
  checkedIn: { zh: '签到', en: 'Checked in' },
  tasted: { zh: '参加了直播杯测', en: 'Joined a live tasting' },
  paid: { zh: '完成了一笔付款', en: 'Paid for an order' },
  other: { zh: '留下一条记录：{name}', en: 'A record: {name}' },
})

/** Names of our own pages, by address. */
const pages = defineMessages({
  '/': { zh: '首页', en: 'Home' },
  '/me': { zh: '我的', en: 'Me' },
  '/me/profile': { zh: '个人资料', en: 'Profile' },
  '/me/trail': { zh: '我的足迹', en: 'My trail' },
  '/me/account': { zh: '账号与外观', en: 'Account and appearance' },
  '/me/security': { zh: '登录与安全', en: 'Sign-in and security' },
  '/me/privacy': { zh: '隐私', en: 'Privacy' },
  '/policies/terms': { zh: '用户协议', en: 'Terms of use' },
  '/policies/privacy': { zh: '隐私政策', en: 'Privacy policy' },
}) as Record<string, Message>

const known: Record<string, Message> = {
  'member.joined': sentences.joined,
  'member.profile_changed': sentences.profileChanged,
  profile_completed: sentences.profileCompleted,
  post_published: sentences.posted,
  post_viewed: sentences.postViewed,
  comment_posted: sentences.commented,
  reaction_given: sentences.reacted,
  check_in: sentences.checkedIn,
  tasting_joined: sentences.tasted,
  order_paid: sentences.paid,
}

/** The sentence of one line of the trail; `t` renders the names of pages that go into it. */
export function sayLine(line: TrailLine, t: (message: Message, values?: Values) => string): string {
  if (line.name !== 'page_view') {
    const message = known[line.name]
    return message ? t(message) : t(sentences.other, { name: line.name })
  }
  const named = line.pages.flatMap((path) => (pages[path] ? [t(pages[path])] : []))
  const count = line.pages.length
  if (named[0] === undefined) return t(sentences.visited)
  return count > 1
    ? t(sentences.visitedMany, { page: named[0], count, rest: count - 1 })
    : t(sentences.visitedOne, { page: named[0] })
}
