import { defineMessages } from '#base/i18n/messages.ts'

/** For accounts that are no members yet. */
export const words = defineMessages({
  notMember: { zh: '你还不是这里的成员', en: 'You are not a member here yet' },
  notMemberBody: {
    zh: '加入后就有自己的资料和足迹，运营身份不受影响。',
    en: 'Join to have a profile and a trail; your work in the console is not affected.',
  },
  joinNow: { zh: '加入社区', en: 'Join the community' },
})
