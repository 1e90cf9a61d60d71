import { defineMessages } from '#base/i18n/messages.ts'

/** What is set up for a stage: as it is called when it is, and what it is good for. */
export const focusWords = defineMessages({
  silence: { zh: '一整天没人说话', en: 'A day without a word' },
  answered: { zh: '提问没人答', en: 'Questions without an answer' },
  waiting: { zh: '首次响应变慢', en: 'First responses slower' },
  fewerNew: { zh: '新增成员比上周少三成', en: 'New members down 30% on the week before' },
  leaving: { zh: '退群突然变多', en: 'More leave than usual' },
  quietGroup: { zh: '某个群的周活跃率低于红线', en: 'A group below its red line of weekly actives' },
  variety: { zh: '一个月没办过新活动', en: 'A month without a new activity' },
  rebuy: { zh: '复购率比上月少一成', en: 'Repurchase rate down 10% on the month before' },
  churn: { zh: '流失率比上月高一成', en: 'Churn rate up 10% on the month before' },
  fewerActive: { zh: '月活跃连着往下走', en: 'Monthly actives far below usual' },

  whatTheySay: { zh: '大家在说什么', en: 'What people talk about' },
  whatTheySayWhy: { zh: '第一批用户的话，一句顶后面一百句', en: 'What the first users say is worth most' },
  firstStay: { zh: '新成员第几周走掉', en: 'When newcomers drop off' },
  firstStayWhy: { zh: '留不住就先别拉新', en: 'While they do not stay, do not win more' },
  whereFrom: { zh: '第一单从哪个渠道来', en: 'Which channel brings first orders' },
  whereFromWhy: { zh: '钱花在带来真用户的渠道上', en: 'Spend where real users come from' },
  firstOrder: { zh: '新人从加入到第一单', en: 'From joining to the first order' },
  firstOrderWhy: { zh: '看卡在哪一步，迭代就从那一步开始', en: 'Iterate where most are lost' },
  byChannel: { zh: '各渠道来的人留存差多少', en: 'Retention by channel' },
  byChannelWhy: { zh: '把激励给留得住的渠道', en: 'Incentives for channels whose people stay' },
  kinds: { zh: '活跃的人里新老各占多少', en: 'New, returning and dormant members' },
  kindsWhy: {
    zh: '老成员悄悄睡着，成熟期最先看见的就是它',
    en: 'The first thing to see when regulars fall asleep',
  },
  again: { zh: '老客还回不回来买', en: 'Do customers buy again' },
  againWhy: { zh: '成熟期的增长来自复购，不是拉新', en: 'Mature growth comes from buying again' },
  few: { zh: '回应是不是只靠几个人', en: 'Do answers hang on a few' },
  fewWhy: { zh: '这几个人一停，群就冷了', en: 'When these stop, the group falls silent' },
  asleep: { zh: '哪些人睡着了、谁回来了', en: 'Who fell asleep, who came back' },
  asleepWhy: {
    zh: '点开就是要召回的人，存成名单发起召回',
    en: 'Open it for the people to win back; keep them as a list',
  },
  worth: { zh: '走掉的人里谁最值得请回来', en: 'Who is most worth winning back' },
  worthWhy: { zh: '力气先花在价值高、还没走远的人身上', en: 'First those of worth who are not far yet' },
  stillStay: { zh: '现在来的人比以前留得差吗', en: 'Do newcomers stay less than before' },
  stillStayWhy: { zh: '新老都在走，先修产品再召回', en: 'When both leave, mend the product first' },
})
