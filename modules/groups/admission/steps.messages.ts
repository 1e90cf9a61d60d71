import { defineMessages } from '#base/i18n/messages.ts'

export const stepWords = defineMessages({
  twoOptions: { zh: '至少要有两个选项', en: 'There must be at least two options' },
  rightOffered: { zh: '正确答案不在选项里', en: 'The right answer is not among the options' },
  oneRight: { zh: '单选题只能有一个正确答案', en: 'There can be only one right answer here' },
  distinct: { zh: '题目编号重复', en: 'Two questions have the same id' },
  checkNeedsCondition: {
    zh: '由系统核对的任务要先写好完成条件',
    en: 'A task that the product checks needs a condition',
  },
})

/** What steps are called when the operator gave no title. */
export const stepTitles = defineMessages({
  invitation: { zh: '邀请码', en: 'Invite code' },
  form: { zh: '填写申请表', en: 'Application form' },
  quiz: { zh: '入群答题', en: 'Entry quiz' },
  task: { zh: '完成任务', en: 'Task' },
  paid: { zh: '购买资格', en: 'Purchase' },
  condition: { zh: '入群条件', en: 'Conditions' },
  review: { zh: '等待审核', en: 'Review' },
})

export const warningWords = defineMessages({
  forwarding: {
    zh: '以转发、集赞等换取入群资格，属于微信禁止的诱导分享，域名可能被封',
    en: 'Entry in return for forwarding is “induced sharing”, which WeChat forbids; the domain may be blocked',
  },
  longForm: {
    zh: '必填题超过 6 个，多数人会中途放弃',
    en: 'More than six required questions: most people give up half-way',
  },
  oneTry: {
    zh: '只有一次机会，误触就进不来；建议给 2–3 次并设冷却时间',
    en: 'One try only: a slip shuts people out. Give two or three with a cool-down',
  },
})

/** Why a step cannot be done now, and what reviewers read. */
export const standingWords = defineMessages({
  skipped: { zh: '邀请码免去了这一步', en: 'Your invitation skips this' },
  noTriesLeft: { zh: '答题机会已用完，可以联系群主', en: 'No tries are left; ask the owner' },
  tryAgainAt: { zh: '{when}之后可以再答', en: 'You can try again after {when}' },
  cannotCheck: { zh: '暂时核对不了，请稍后再来', en: 'This cannot be checked right now; come back later' },
  score: { zh: '得分', en: 'Score' },
  scoreOf: { zh: '{points} / {of}，第 {tries} 次', en: '{points} of {of}, try {tries}' },
  code: { zh: '邀请码', en: 'Invite code' },
  proof: { zh: '完成说明', en: 'What was done' },
  fieldMissing: { zh: '请填写「{label}」', en: '“{label}” is needed' },
  fieldNumber: { zh: '「{label}」要填数字', en: '“{label}” must be a number' },
  fieldOffered: { zh: '请从选项里选择「{label}」', en: 'Choose “{label}” from the options' },
  reasonNeeded: { zh: '请告诉对方未通过的原因', en: 'Tell them why' },
})
