import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, strangerSession } from '#ui/member/story-data.ts'

const person = (token: string, name: string) => ({ token, name, avatarUrl: null, gone: false })

const notice = (id: number, tab: string, text: string, hours: number, more: object = {}) => ({
  id: String(id),
  source: `content.${tab}`,
  tab,
  text,
  named: '',
  quote: '',
  path: '/inbox',
  pictureUrl: null,
  actors: [],
  count: 1,
  at: ago(hours),
  read: false,
  archived: false,
  label: '回复了我的帖子',
  because: '因为这是你发的帖子',
  ...more,
})

const items = [
  notice(9, 'reply', '阿澈 回答了你的提问「中浅烘耶加，92 ℃ 冲出来还是尖酸」', 0.2, {
    named: '阿澈',
    actors: [person('ache', '阿澈')],
    quote:
      '先别动水温。把研磨调细两格，闷蒸延长到 40 秒，总时间拉到 2 分 20 秒再尝一次；还酸的话换一瓶水试试。',
  }),
  notice(8, 'like', '韩小禾、许慕 等 5 人 赞了你的帖子「晒出我的咖啡角」', 1.5, {
    named: '韩小禾、许慕 等 5 人',
    actors: [person('hanxiaohe', '韩小禾'), person('xumu', '许慕')],
    because: '因为内容是你写的',
  }),
  notice(7, 'mention', '舟舟 在「周三杯测报名」里提到了你', 5, {
    named: '舟舟',
    actors: [person('zhouzhou', '舟舟')],
    quote: '@青野 上次你带的那支肯尼亚还有吗？',
    because: '因为有人提到了你',
  }),
  notice(6, 'system', '「手冲研究所」有一条必读公告：十二月的规则有两处变化', 22, {
    because: '因为你在这个社群里',
    quote: '一、交易帖统一放到「闲置」版块；二、新人头三天每天最多发三篇。',
  }),
  notice(5, 'follow', '你关注的内容有 4 篇新帖，最新是「冬天喝什么豆」', 26, {
    because: '因为你关注了发帖的人、版块或话题',
    read: true,
  }),
  notice(4, 'system', '你的帖子「领券」被移除了', 70, {
    source: 'content.moderated',
    label: '我的内容的审核与处理',
    quote: '广告：交易信息请发到「闲置」版块。',
    because: '因为内容是你写的',
    read: true,
  }),
]

const kind = (
  name: string,
  label: string,
  section: string,
  [inbox, push, mail]: readonly [boolean, boolean, boolean],
  always = false,
) => ({ kind: name, label, because: '', section, always, channels: { inbox, push, mail } })

const settings = {
  pausedUntil: null,
  quiet: true,
  quietFrom: 1320,
  quietTo: 480,
  digest: 'daily',
  digestHour: 8,
  digestDay: 1,
  zone: 'Asia/Shanghai',
  kinds: [
    kind('content.reply', '回复了我的帖子', '对话', [true, true, true]),
    kind('content.reply_comment', '回复了我的评论', '对话', [true, true, true]),
    kind('content.mention', '提到我', '对话', [true, true, true]),
    kind('content.reaction', '赞了我的内容', '赞与认可', [true, false, false]),
    kind('content.followed', '关注的人、版块和话题有新帖', '关注的动态', [true, false, true]),
    kind('content.moderated', '我的内容的审核与处理', '你的内容与账号', [true, true, true], true),
    kind('groups.announced', '社群公告', '社群', [true, true, true]),
  ],
}

const unread = { count: 4, more: false, tabs: { reply: 1, mention: 1, like: 1, follow: 0, system: 1 } }
const nothing = { count: 0, more: false, tabs: { reply: 0, mention: 0, like: 0, follow: 0, system: 0 } }

export default defineStories({
  group: 'engage',
  answers: {
    'GET /api/member/inbox': { items, next: 'more' },
    'GET /api/member/inbox/unread': unread,
    'GET /api/member/notice-settings': settings,
    'GET /api/member/push-subscriptions': {
      key: '',
      items: [
        { id: '3', device: 'Chrome · Android', createdAt: ago(300), usedAt: ago(3), here: false },
        { id: '4', device: '', createdAt: ago(20), usedAt: null, here: false },
      ],
    },
    'GET /api/stop-mail/{token}': { digest: 'daily' },
  },
  stories: [
    { name: 'inbox', path: '/inbox' },
    {
      name: 'inbox-empty',
      path: '/inbox',
      answers: {
        'GET /api/member/inbox': { items: [], next: null },
        'GET /api/member/inbox/unread': nothing,
      },
    },
    { name: 'inbox-waiting', path: '/inbox', answers: { 'GET /api/member/inbox': pending } },
    {
      name: 'inbox-broken',
      path: '/inbox',
      answers: { 'GET /api/member/inbox': fails(500, 'internal', '服务器出了点问题') },
    },
    { name: 'settings', path: '/me/notices' },
    {
      name: 'settings-paused-weekly',
      path: '/me/notices',
      answers: {
        'GET /api/member/notice-settings': {
          ...settings,
          quiet: false,
          digest: 'weekly',
          pausedUntil: ago(-20),
        },
        'GET /api/member/push-subscriptions': { key: '', items: [] },
      },
    },
    { name: 'stop-mail', path: '/stop-mail/abc', answers: { 'GET /api/session': strangerSession } },
    {
      name: 'stop-mail-stopped',
      path: '/stop-mail/abc',
      answers: { 'GET /api/session': strangerSession, 'GET /api/stop-mail/{token}': { digest: 'off' } },
    },
    {
      name: 'stop-mail-wrong',
      path: '/stop-mail/abc',
      answers: {
        'GET /api/session': strangerSession,
        'GET /api/stop-mail/{token}': fails(404, 'link_invalid', '退订链接不完整，请从邮件里重新打开'),
      },
    },
  ],
})
