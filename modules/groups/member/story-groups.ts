/** 手冲研究所 and its neighbours, for stories. */
import { ago } from '#ui/member/story-data.ts'

const tier = (key: string, name: string, rank: number) => ({ id: String(rank), key, name, promise: '', rank })
const tiers = {
  base: tier('base', '基础层', 1),
  advanced: tier('advanced', '进阶层', 2),
  core: tier('core', '核心层', 3),
}

const card = (
  id: number,
  slug: string,
  name: string,
  glyph: string,
  colour: string,
  more: Record<string, unknown> = {},
) => ({
  id: String(id),
  slug,
  name,
  glyph,
  colour,
  pictureUrl: null,
  coverUrl: null,
  summary: '',
  kind: 'interest',
  kindName: '兴趣群',
  tier: tiers.base,
  city: '',
  memberCount: 128,
  full: false,
  ways: [] as string[],
  standing: 'none',
  unread: 0,
  ...more,
})

export const research = card(2, 'pour-over', '手冲研究所', '冲', 'clay', {
  summary: '一支豆、一组参数，一杯真实的结果',
  tier: tiers.advanced,
  memberCount: 1_282,
  ways: ['quiz', 'condition'],
})
const start = card(1, 'start-here', '新手上手', '新', 'sky', {
  kind: 'service',
  kindName: '服务群',
  summary: '第一台磨豆机、第一支豆，从这里问起',
  memberCount: 2_640,
})
const beta = card(3, 'beta', '产品内测', '测', 'plum', {
  kind: 'beta',
  kindName: '内测群',
  summary: '新豆单、新小程序，先用先说',
  tier: tiers.core,
  memberCount: 60,
  full: true,
  ways: ['form', 'review'],
})
const shanghai = card(4, 'shanghai', '上海据点', '沪', 'slate', {
  kind: 'local',
  kindName: '同城群',
  summary: '线下杯测、探店、拼豆',
  city: '上海',
  memberCount: 316,
  ways: ['invitation'],
})
const offers = card(5, 'offers', '福利小铺', '福', 'wheat', {
  kind: 'welfare',
  kindName: '福利群',
  summary: '新人券、临期好豆、每周二上新',
  memberCount: 3_907,
})

export const own = [
  { ...start, standing: 'member', unread: 2 },
  { ...research, standing: 'member', unread: 1 },
  { ...beta, standing: 'waiting' },
  { ...shanghai, standing: 'member', unread: 1 },
]
export const directory = [
  offers,
  { ...start, standing: 'member' },
  { ...research, standing: 'member' },
  { ...beta, standing: 'waiting' },
]

const face = (token: string, name: string) => ({ token, name, avatarUrl: null })

export const rules = {
  version: 3,
  theme: '一支豆、一组参数，一杯真实的结果',
  service: '提问两小时内有人回，周三直播杯测',
  forbidden: '买卖、引流、嘲笑新手',
  penalty: '再犯即禁言',
  rewarded: '精华 30 积分，采纳 20',
  returned: '月度之星送豆',
  welcome: '欢迎来到手冲研究所！先说说你现在用什么器具、最近在喝哪支豆。',
  consentAgain: false,
  publishedAt: ago(24 * 40),
}

const everything = ['see', 'post', 'reply', 'react']
const board = (id: number, name: string, summary: string, boardRules: string, posting = '成员可发帖') => ({
  id: String(id),
  name,
  summary,
  rules: boardRules,
  may: everything,
  posting,
})

const boards = [
  board(
    1,
    '参数与复盘',
    '一杯一帖，参数写全',
    '写清豆子、研磨、水温、粉水比和时间；复盘说结论，也说没成功的部分。',
  ),
  board(2, '提问', '两小时内有人回', '标题写问题本身；说清器具和已经试过的办法。'),
  board(3, '豆单', '最近在喝什么', '产地、处理法、烘焙日期和购买渠道；不放私人收款码。'),
  board(4, '器具', '滤杯、磨豆机、壶', '评测先说缺点。'),
  board(5, '晒单', '喝到好的就晒', '一图也行，说一句味道。', '大咖、进阶层及以上可发帖'),
]

export const page = {
  ...research,
  standing: 'member',
  forWhom: '每周至少冲三次、想把一杯冲稳的人',
  situation: '换了新豆、换了水，味道不对又说不清原因的时候',
  coreValue: 'expertise',
  valuePromise: '两小时内有人看你的参数',
  connection: 'pyramid',
  brandScenario: '在家手冲',
  industry: '',
  visibility: 'public',
  capacity: null,
  seenThisWeek: 346,
  joinedThisWeek: 58,
  silentNewcomers: 51,
  hosts: [
    { ...face('ache', '阿澈'), role: 'owner' },
    { ...face('tangguo', '唐果'), role: 'moderator' },
    { ...face('xumu', '许木'), role: 'expert' },
  ],
  hostCount: 12,
  freshFaces: [
    face('song', '宋知意'),
    face('bei', '北北'),
    face('xia', '夏至'),
    face('a', '阿圆'),
    face('cheng', '橙子'),
  ],
  rules,
  boards,
  you: {
    membershipId: '83',
    role: 'member',
    tier: { ...tier('regular', '常客', 2), id: '12' },
    number: 83,
    cardName: '',
    introduction: '手冲第三年，杭州',
    joinedAt: ago(24 * 120),
    rulesToAgree: false,
    newcomer: false,
    mayLeave: true,
  },
}

export const strangerPage = {
  ...page,
  standing: 'none',
  freshFaces: [],
  you: null,
  boards: boards.map((each) => ({ ...each, may: [] })),
}

export const announcements = {
  items: [
    {
      id: '9',
      title: '周三 20:00 直播杯测：耶加与肯尼亚',
      body: '两支同产季水洗，同一台磨豆机，88 与 92 ℃ 各一杯。\n\n想一起冲的，提前一天在「豆单」跟帖领样豆，共 5 份，先到先得。',
      pinned: true,
      mustRead: true,
      publishedAt: ago(5),
      editedAt: null,
      author: '唐果',
      readByYou: false,
    },
    {
      id: '8',
      title: '参数帖模板更新',
      body: '多了一栏「水质」：TDS 或品牌都行。旧帖不用补。',
      pinned: false,
      mustRead: false,
      publishedAt: ago(30),
      editedAt: ago(20),
      author: '林晓',
      readByYou: false,
    },
  ],
  next: 'more',
}

export const newcomers = {
  items: [
    {
      membershipId: '501',
      ...face('song', '宋知意'),
      city: '北京',
      introduction: '喜欢坐在窗边看人来人往，刚买了第一台手摇磨。',
      joinedAt: ago(3),
      greetings: [],
      greetingCount: 0,
      greetedByYou: false,
      isYou: false,
    },
    {
      membershipId: '500',
      ...face('bei', '北北'),
      city: '成都',
      introduction: '',
      joinedAt: ago(9),
      greetings: [{ name: '阿澈', avatarUrl: null, words: '北北你好呀，最近在喝什么？' }],
      greetingCount: 1,
      greetedByYou: false,
      isYou: false,
    },
    {
      membershipId: '499',
      ...face('xia', '夏至'),
      city: '广州',
      introduction: '只喝冰的，冬天也是。想学冰手冲。',
      joinedAt: ago(26),
      greetings: [
        { name: '青野', avatarUrl: null, words: '欢迎夏至，一起玩 ☕' },
        { name: '许木', avatarUrl: null, words: '冰手冲先从 1:12 开始试试' },
      ],
      greetingCount: 5,
      greetedByYou: true,
      isYou: false,
    },
  ],
  next: null,
}

const need = (figure: string, label: string, actual: number, atLeast: number) => ({
  figure,
  label,
  actual,
  atLeast,
  met: actual >= atLeast,
})

export const course = {
  tier: {
    current: page.you.tier,
    since: ago(24 * 60),
    next: {
      tier: tier('answerer', '答疑人', 3),
      missing: 1,
      asks: [
        {
          says: '近 30 天回答被采纳 ≥ 5 次',
          met: false,
          evidence: '3 次',
          progress: { actual: 3, needed: 5 },
        },
        { says: '近 7 天来过', met: true, evidence: '今天', progress: null },
      ],
    },
    losesAt: null,
  },
  communityTier: null,
  ladder: {
    level: { rank: 2, name: '市集级', perks: '' },
    next: {
      level: { rank: 3, name: '城镇级', perks: '生豆团购价、每月线下杯测' },
      missing: 2,
      needs: [
        need('contributions28', '月度贡献', 424, 400),
        need('answered', '新人 24 小时应答率', 38, 85),
        need('activeRate', '周活跃率', 27, 40),
      ],
    },
  },
  trouble: null,
}

export const trouble = {
  state: 'removed',
  reasons: [{ says: '近 30 天没有来过', evidence: '上次 10 月 18 日' }],
  graceUntil: ago(24),
  words: '群里想念你，回来签个到吧',
  decision: '三十天没有来过，先把位置让给候补的朋友。',
  review: true,
  opens: null,
  backIf: [
    { says: '近 30 天参加过 1 次杯测', met: false, evidence: '0 次', progress: { actual: 0, needed: 1 } },
  ],
  backReady: false,
  backTask: '写一篇 300 字以上的冲煮记录',
  asked: null,
  answered: null,
}

export const firstSteps = {
  joinedAt: ago(3),
  welcome: rules.welcome,
  steps: [
    ['rules', '读一遍群规', 24, true],
    ['introduce', '介绍一下自己', 24, false],
    ['greet', '跟一位新人打个招呼', 24, false],
    ['card', '设置群名片', 168, false],
    ['announcements', '看完置顶公告', 168, false],
    ['visit', '第二天再来看看', 168, false],
  ].map(([kind, title, withinHours, done], at) => ({
    id: String(at + 1),
    kind,
    title,
    path: '',
    withinHours,
    done,
    late: false,
  })),
}

export const fellows = {
  total: 1_282,
  next: 'more',
  items: (
    [
      ['ache', '杭州-烘焙师-阿澈', 'owner', '浅烘党，家里有三个滤杯', '杭州'],
      ['tangguo', '唐果', 'moderator', '周三杯测的声音', '上海'],
      ['xumu', '许木', 'expert', '想开一家自己的小店', '成都'],
      ['qingye', '青野', 'member', '手冲第三年', '杭州'],
      ['song', '宋知意', 'novice', '', '北京'],
      ['bei', '北北', 'member', '', '成都'],
    ] as const
  ).map(([token, name, role, introduction, city], at) => ({
    membershipId: String(90 - at),
    token,
    name,
    avatarUrl: null,
    city,
    role,
    tier: at === 3 ? '常客' : null,
    number: at + 1,
    introduction,
    joinedAt: ago(24 * (at + 1)),
    isYou: token === 'qingye',
  })),
}
