import { defineProblems } from '#base/http/problem.ts'

/** Problems of charters, tiers and elimination. */
export const courseProblems = defineProblems({
  charterNotFound: { status: 404, message: { zh: '没有这份社群章程', en: 'There is no such charter' } },
  charterChanged: {
    status: 409,
    message: {
      zh: '这份章程刚被{name}改过，请先看过最新的内容',
      en: '{name} has just changed this charter; look at the newest version first',
    },
  },
  charterUsed: {
    status: 409,
    message: { zh: '已经按这份章程建群，不能再删除', en: 'A group stands on this charter; it stays' },
  },
  charterNotReady: {
    status: 422,
    message: {
      zh: '还有没想清楚的地方。坚持要建，请写下理由',
      en: 'Something is not thought through; to go on anyway, say why',
    },
  },
  observationNotFound: { status: 404, message: { zh: '没有这条见闻', en: 'There is no such entry' } },
  ruleNotFound: { status: 404, message: { zh: '还没有设置这条规则', en: 'There is no such rule yet' } },
  ruleChanged: {
    status: 409,
    message: {
      zh: '规则刚被别人改过，请刷新后再改',
      en: 'Somebody has just changed the rule; reload it first',
    },
  },
  tierInUse: {
    status: 409,
    message: {
      zh: '「{name}」还有社群或成员，请先移走',
      en: '“{name}” still has groups or members; move them first',
    },
  },
  rulesFailed: {
    status: 500,
    message: {
      zh: '{total}处规则中有{failed}处没能执行完，原因记在各自的规则上',
      en: '{failed} of {total} rules broke off; why is kept at each',
    },
  },
  caseNotFound: { status: 404, message: { zh: '没有这条淘汰记录', en: 'There is no such case' } },
  caseDecided: {
    status: 409,
    message: { zh: '这条记录已经处理过了', en: 'This case has been decided' },
  },
  noWayBack: {
    status: 409,
    message: { zh: '现在还不能这样回群', en: 'This way back is not open' },
  },
  tooSoonToReturn: {
    status: 409,
    message: { zh: '{when}之后才能申请回群', en: 'The way back opens after {when}' },
  },
  notYetBack: {
    status: 409,
    message: { zh: '还没有达到回群条件', en: 'The condition for coming back is not met yet' },
  },
  alreadyAsked: {
    status: 409,
    message: { zh: '已经提交过了，请等待答复', en: 'You have asked already; an answer is on its way' },
  },
})
