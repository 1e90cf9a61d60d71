import { defineProblems } from '#base/http/problem.ts'

export const groupProblems = defineProblems({
  groupNotFound: { status: 404, message: { zh: '没有找到这个社群', en: 'There is no such group' } },
  groupArchived: {
    status: 409,
    message: { zh: '这个社群已归档，不再接受变更', en: 'This group is archived and takes no changes' },
  },
  slugTaken: {
    status: 409,
    message: { zh: '地址「{slug}」已被别的社群使用', en: 'Another group has the address “{slug}”' },
  },
  tierUnknown: { status: 422, message: { zh: '没有这个层级', en: 'There is no such tier' } },
  capacityTooSmall: {
    status: 422,
    message: {
      zh: '群里已有 {members} 位成员，名额不能少于这个数',
      en: 'The group has {members} members; its capacity cannot be lower',
    },
  },
  groupFull: {
    status: 409,
    message: { zh: '名额已满（{capacity} 人）', en: 'The group is full ({capacity})' },
  },
  boardNotFound: { status: 404, message: { zh: '没有这个版块', en: 'There is no such board' } },
  membershipNotFound: {
    status: 404,
    message: { zh: '没有找到这位群成员', en: 'There is no such member of the group' },
  },
  alreadyMember: { status: 409, message: { zh: '已经在群里了', en: 'Already in the group' } },
  notMember: {
    status: 403,
    message: { zh: '加入社群后才能这样做', en: 'Only members of the group can do this' },
  },
  lastOwner: {
    status: 409,
    message: {
      zh: '你是唯一的群主，请先把群主交给别人',
      en: 'The only owner cannot leave; hand the group over first',
    },
  },
  rulesMissing: {
    status: 409,
    message: { zh: '这个社群还没有群规', en: 'This group has no rules yet' },
  },
  rulesOutdated: {
    status: 409,
    message: {
      zh: '群规刚刚更新到第 {version} 版，请看过后再同意',
      en: 'The rules have just changed to version {version}; read them before you agree',
    },
  },
  rulesUnread: { status: 422, message: { zh: '请先同意群规', en: 'Agree to the rules first' } },
  stepNotFound: { status: 404, message: { zh: '没有这个入群步骤', en: 'There is no such step' } },
  stepsLeft: {
    status: 422,
    message: { zh: '还有 {left} 步没有完成', en: '{left} steps are left' },
  },
  applicationNotFound: {
    status: 404,
    message: { zh: '没有找到这份申请', en: 'There is no such application' },
  },
  applicationDecided: {
    status: 409,
    message: { zh: '这份申请已经处理过了', en: 'This application has been decided' },
  },
  applicationTooSoon: {
    status: 409,
    message: { zh: '{when}之后可以再次申请', en: 'You can apply again after {when}' },
  },
  codeWrong: {
    status: 422,
    message: { zh: '邀请码不对，请核对后再输', en: 'This invite code is not right' },
  },
  codeUsedUp: {
    status: 422,
    message: { zh: '这个邀请码已过期或已用完', en: 'This invite code has ended or is used up' },
  },
  quizNoTriesLeft: {
    status: 409,
    message: { zh: '答题机会已用完', en: 'There are no tries left' },
  },
  quizTooSoon: {
    status: 409,
    message: { zh: '{when}之后可以再答一次', en: 'You can try again after {when}' },
  },
  quizIncomplete: {
    status: 422,
    message: { zh: '还有 {left} 题没有作答', en: '{left} questions are not answered' },
  },
  answerIncomplete: {
    status: 422,
    message: { zh: '还有内容没有填', en: 'Something is still missing' },
  },
  announcementNotFound: {
    status: 404,
    message: { zh: '没有这条公告', en: 'There is no such announcement' },
  },
  newcomerStepNotFound: {
    status: 404,
    message: { zh: '没有这项新人任务', en: 'There is no such newcomer step' },
  },
  invitationNotFound: { status: 404, message: { zh: '没有这个邀请码', en: 'There is no such code' } },
  cannotGreetOneself: {
    status: 422,
    message: { zh: '欢迎的话留给别人说', en: 'Let others greet you' },
  },
  wayBackFirst: {
    status: 409,
    message: {
      zh: '你曾因规则被移出，请走群页面上的「回归」通道',
      en: 'You were eliminated; use the way back on the page of the group',
    },
  },
  tooMany: {
    status: 422,
    message: { zh: '一次最多处理 {limit} 个', en: 'At most {limit} at once' },
  },
})
