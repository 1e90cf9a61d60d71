import { defineMessages } from '#base/i18n/messages.ts'

export const goalRefusals = defineMessages({
  dueTooSoon: { zh: '期限至少在开始一周之后', en: 'A deadline lies at least a week after the start' },
  dueTooLate: { zh: '期限最长两年，更远的请拆成几段', en: 'Two years at most; split what takes longer' },
  baselineLater: {
    zh: '基线要在目标开始之前，并且结束不早于开始',
    en: 'A baseline lies before the start, its end not before its beginning',
  },
})

export const goalEnds = defineMessages({
  subject: { zh: '目标「{goal}」已结束', en: 'The goal “{goal}” has ended' },
  hello: { zh: '{name}，你好', en: 'Hello {name}' },
  archived: {
    zh: '社群「{group}」已归档，目标随之结束',
    en: 'The group “{group}” was archived, so the goal ended',
  },
  ended: {
    zh: '社群「{group}」已归档，你负责的目标「{goal}」随之结束，不再读取进度；已有的记录都还在。',
    en: 'The group “{group}” was archived, so the goal “{goal}” that you answer for has ended. It is not read any more; what was read stays.',
  },
  open: { zh: '查看目标', en: 'Open the goal' },
  why: {
    zh: '你是这个目标的负责人，所以收到这封邮件',
    en: 'You receive this because you answer for the goal',
  },
})

export const goalLabels = defineMessages({
  read: { zh: '读取目标进度', en: 'Read how goals stand' },
  readWhy: {
    zh: '每天清早读取每个目标昨天的数值，据此判断是否跟上节奏',
    en: 'Every morning: yesterday’s figure of every goal, which tells whether it keeps pace',
  },
})

export const smartWords = defineMessages({
  specificAll: { zh: '指标明确，针对整个社区', en: 'One metric, of the whole community' },
  specificPart: { zh: '指标和对象都明确', en: 'One metric, of one group of people' },
  noBaseline: {
    zh: '没有历史数据，只能按绝对值看',
    en: 'Nothing is known of before; only the amount itself counts',
  },
  needsBaseline: {
    zh: '没有历史数据，不能按「提升多少」定目标，请改为绝对值或换一段基线',
    en: 'Nothing is known of before, so “more by” means nothing; give an amount, or another baseline',
  },
  zeroBaseline: {
    zh: '基线是 0，提升百分比没有意义，请改为绝对值',
    en: 'The baseline is 0: no percentage of it means anything; give an amount',
  },
  smallBase: {
    zh: '基数只有 {base}，波动会很大，看趋势别看单日',
    en: 'It rests on {base} only and will jump; watch the trend',
  },
  measured: { zh: '有数据，有基线', en: 'Measured, with a baseline' },
  noTarget: { zh: '算不出目标值', en: 'No target follows from this' },
  impossible: {
    zh: '这个数达不到：比例不超过 100%，数量不低于 0',
    en: 'Impossible: a share is at most 100%, an amount at least 0',
  },
  unknownPace: { zh: '历史太短，说不准能不能做到', en: 'Too little history to tell' },
  wrongWay: { zh: '目标不比基线好', en: 'The target is no better than the baseline' },
  easy: { zh: '过去半年有过这样的速度', en: 'It went that fast within the last half year' },
  neverRose: {
    zh: '过去半年没有连续四周变好过，请写清楚这次靠什么',
    en: 'It did not improve over four weeks in half a year; say what will be different',
  },
  times: {
    zh: '要比过去半年最好的四周快 {times} 倍',
    en: '{times} times as fast as the best four weeks of the last half year',
  },
  sayWhy: { zh: '写一句：做到了对用户和业务有什么用', en: 'Say in a sentence what it is good for' },
  saidWhy: { zh: '写明了为什么', en: 'It says why' },
  until: { zh: '到 {day}，共 {weeks} 周', en: 'Until {day}: {weeks|one week|{weeks} weeks}' },
})
