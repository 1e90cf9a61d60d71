/** The people of 山丘咖啡: who they are and what they have been doing. Days count back from the present. */
import type { BuiltInRole } from '#base/access/access.ts'

/** For everybody of the world; the demo prints it. */
export const worldPassword = 'Shanqiu-Coffee-2026'

export const brand = { name: '山丘咖啡', slogan: '把一杯咖啡，喝成一群朋友' }

export interface Colleague {
  readonly key: string
  readonly name: string
  readonly email: string
  readonly role: BuiltInRole
}

/** 林晓 founded the community; the others came by invitation. */
export const owner: Colleague = {
  key: 'linxiao',
  name: '林晓',
  email: 'linxiao@shanqiu.example',
  role: 'owner',
}
export const colleagues: readonly Colleague[] = [
  { key: 'hechuan', name: '何川', email: 'hechuan@shanqiu.example', role: 'admin' },
  { key: 'chenlang', name: '陈朗', email: 'chenlang@shanqiu.example', role: 'operator' },
  { key: 'tangguo', name: '唐果', email: 'tangguo@shanqiu.example', role: 'moderator' },
  { key: 'chengbai', name: '程白', email: 'chengbai@shanqiu.example', role: 'analyst' },
  { key: 'laozhou', name: '老周', email: 'laozhou@shanqiu.example', role: 'support' },
  { key: 'yeyu', name: '叶榆', email: 'yeyu@shanqiu.example', role: 'viewer' },
  // From outside: a baker who teaches, and a maker of brewing tools.
  { key: 'xulaoshi', name: '许老师', email: 'xu@qinghe.example', role: 'expert' },
  { key: 'guwei', name: '顾维', email: 'guwei@yiqiyiwu.example', role: 'partner' },
]

export interface Fellow {
  readonly key: string
  readonly nickname: string
  readonly city: string
  readonly bio: string
  readonly joinedDaysAgo: number
  readonly channel: string
  readonly campaign?: string
  /** Agreed to be analysed; without it nothing of what he does points at him. */
  readonly agrees: boolean
  readonly tags: readonly string[]
  /** Days ago on which he was here. */
  readonly days: readonly number[]
  readonly writes: boolean
  /** Orders: days ago and fen. */
  readonly orders?: readonly (readonly [number, number])[]
}

const every = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((from - to) / step) + 1 }, (_, at) => from - at * step)

export const fellows: readonly Fellow[] = [
  { key: 'ache', nickname: '阿澈', city: '杭州', bio: '浅烘党，家里有三个滤杯', joinedDaysAgo: 168, channel: 'store', agrees: true, tags: ['手冲', '门店常客', '周三杯测'], days: every(28, 0, 1), writes: true, orders: [[26, 12_800], [11, 9_800], [2, 15_600]] },
  { key: 'hanxiaohe', nickname: '韩小禾', city: '上海', bio: '正在学拉花，天鹅还像鸭子', joinedDaysAgo: 142, channel: 'xiaohongshu', campaign: '春日拼配', agrees: true, tags: ['拉花', '产品体验官'], days: every(27, 1, 2), writes: true, orders: [[19, 16_800]] },
  { key: 'xumu', nickname: '许木', city: '成都', bio: '想开一家自己的小店', joinedDaysAgo: 120, channel: 'referral', agrees: true, tags: ['手冲', '周三杯测'], days: every(29, 23, 2), writes: true, orders: [[24, 23_900]] },
  { key: 'songzhiyi', nickname: '宋知意', city: '北京', bio: '喜欢坐在窗边看人来人往', joinedDaysAgo: 98, channel: 'wechat', agrees: true, tags: ['写作'], days: every(26, 2, 3), writes: true },
  { key: 'xiaoman', nickname: '小满', city: '南京', bio: '刚入坑，请多指教', joinedDaysAgo: 1, channel: 'search', agrees: true, tags: ['新人'], days: [1, 0], writes: true },
  { key: 'zhouzhou', nickname: '舟舟', city: '厦门', bio: '', joinedDaysAgo: 77, channel: 'direct', agrees: false, tags: [], days: every(20, 4, 4), writes: false },
  { key: 'qingye', nickname: '青野', city: '杭州', bio: '手冲研究所常客，第 100 杯纪念中', joinedDaysAgo: 186, channel: 'store', agrees: true, tags: ['手冲', '产品体验官', '门店常客'], days: every(29, 0, 1), writes: true, orders: [[29, 12_900], [14, 12_900], [1, 12_900]] },
  { key: 'laoxu', nickname: '老徐', city: '苏州', bio: '每天一杯手冲，雷打不动', joinedDaysAgo: 176, channel: 'store', agrees: true, tags: ['手冲', '周三杯测'], days: every(29, 12, 1), writes: true, orders: [[21, 9_900]] },
  { key: 'nanxing', nickname: '南星', city: '广州', bio: '只喝冰的，冬天也是', joinedDaysAgo: 63, channel: 'xiaohongshu', campaign: '双十一', agrees: true, tags: [], days: [21], writes: false },
  { key: 'momo', nickname: 'Momo', city: '深圳', bio: '收集每一季的杯子', joinedDaysAgo: 55, channel: 'xiaohongshu', agrees: true, tags: ['杯子'], days: every(25, 5, 5), writes: false, orders: [[15, 8_800], [5, 6_800]] },
  { key: 'keke', nickname: '可颂不加糖', city: '武汉', bio: '周末在家做提拉米苏', joinedDaysAgo: 34, channel: 'wechat', agrees: true, tags: ['烘焙'], days: every(28, 3, 5), writes: true },
  { key: 'wuyun', nickname: '乌云', city: '', bio: '', joinedDaysAgo: 12, channel: 'search', agrees: true, tags: [], days: [12, 11], writes: true },
] // biome-ignore format: one person a line

/** Posted the same advertisement eleven times; suspended by 唐果. */
export const suspended = 'wuyun'
/** Signed up yesterday and has not opened the mail. */
export const unverified = { name: '树洞', email: 'shudong@mail.example' }
