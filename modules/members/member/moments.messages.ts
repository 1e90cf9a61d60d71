import { defineMessages, type Message, type Values } from '#base/i18n/messages.ts'
import { momentWords } from '../moment-words.ts'
import type { TrailLine } from './trail-lines.ts'

const sentences = defineMessages({
  joined: { zh: '加入了社区', en: 'Joined the community' },
  profileChanged: { zh: '修改了资料', en: 'Changed the profile' },
  visited: { zh: '来逛了逛', en: 'Came by' },
  visitedOne: { zh: '来过，看了「{page}」', en: 'Came by and looked at {page}' },
  visitedMany: {
    zh: '来过，看了「{page}」等 {count} 个页面',
    en: 'Came by and looked at {page} and {rest} more',
  },
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
}

/** The sentence of one line of the trail; `t` renders the names of pages that go into it. */
export function sayLine(line: TrailLine, t: (message: Message, values?: Values) => string): string {
  if (line.name !== 'page_view') {
    const message = known[line.name] ?? momentWords[line.name]
    return message ? t(message) : (line.label ?? t(sentences.other, { name: line.name }))
  }
  const named = line.pages.flatMap((path) => (pages[path] ? [t(pages[path])] : []))
  const count = line.pages.length
  if (named[0] === undefined) return t(sentences.visited)
  return count > 1
    ? t(sentences.visitedMany, { page: named[0], count, rest: count - 1 })
    : t(sentences.visitedOne, { page: named[0] })
}
