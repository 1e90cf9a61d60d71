/** What people are asked to agree to, one by one. Only the two the service cannot work without are required. */
import type { Message } from '#base/i18n/messages.ts'

export interface Purpose {
  readonly code: string
  readonly policy: 'terms' | 'privacy'
  readonly required: boolean
  /** Asked by itself when there is a reason, never on the way in (PIPL 29). */
  readonly separate?: boolean
  readonly label: Message
  readonly note: Message
}

export const purposes = [
  {
    code: 'terms',
    policy: 'terms',
    required: true,
    label: { zh: '用户协议', en: 'Terms of use' },
    note: { zh: '使用社区需要遵守的约定', en: 'What we agree on when you use the community' },
  },
  {
    code: 'privacy',
    policy: 'privacy',
    required: true,
    label: { zh: '隐私政策', en: 'Privacy policy' },
    note: { zh: '为提供服务所必需的信息处理', en: 'Handling of data that the service needs' },
  },
  {
    code: 'analytics',
    policy: 'privacy',
    required: false,
    label: { zh: '使用分析', en: 'Usage analysis' },
    note: {
      zh: '记录你在社区里的浏览与使用，用来改进内容和活动',
      en: 'Recording how you use the community, to improve content and activities',
    },
  },
  {
    code: 'personalisation',
    policy: 'privacy',
    required: false,
    label: { zh: '个性化推荐', en: 'Personal recommendations' },
    note: { zh: '按你的兴趣推荐内容和活动', en: 'Recommending content and activities by your interests' },
  },
  {
    code: 'marketing',
    policy: 'privacy',
    required: false,
    label: { zh: '活动与优惠通知', en: 'News and offers' },
    note: {
      zh: '通过邮件等方式告诉你活动和优惠',
      en: 'Telling you about activities and offers, for example by mail',
    },
  },
  {
    code: 'publish',
    policy: 'privacy',
    required: false,
    label: { zh: '公开展示', en: 'Public mention' },
    note: {
      zh: '在获奖名单、排行榜和精选展示里显示你的昵称',
      en: 'Showing your name among winners, in rankings and showcases',
    },
  },
  {
    code: 'sensitive',
    policy: 'privacy',
    required: false,
    separate: true,
    label: { zh: '敏感个人信息', en: 'Sensitive data' },
    note: {
      zh: '保存你主动提供的敏感信息；加密存放，仅用于填写时说明的用途',
      en: 'Keeping sensitive data that you give us: encrypted, and only for the purpose that stands beside it',
    },
  },
] as const satisfies readonly Purpose[]

export type PurposeCode = (typeof purposes)[number]['code']
export const purposeCodes = purposes.map(({ code }) => code) as [PurposeCode, ...PurposeCode[]]
export const requiredPurposes = purposes.filter(({ required }) => required).map(({ code }) => code)
/** What a newcomer answers; the others are asked when there is a reason. */
export const purposesOnJoining = (purposes as readonly Purpose[])
  .filter(({ separate }) => !separate)
  .map(({ code }) => code as PurposeCode)
