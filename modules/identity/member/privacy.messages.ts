import { defineMessages } from '#base/i18n/messages.ts'

/** Words of the policies and of what one may do with one's own data. */
export const privacy = defineMessages({
  title: { zh: '隐私', en: 'Privacy' },
  // Policies
  version: { zh: '第 {version} 版 · {date} 起生效', en: 'Version {version}, in force since {date}' },
  otherPolicy: { zh: '另请阅读', en: 'See also' },
  terms: { zh: '用户协议', en: 'Terms of use' },
  privacy: { zh: '隐私政策', en: 'Privacy policy' },
  contents: { zh: '目录', en: 'Contents' },
  noPolicy: { zh: '没有这份文件', en: 'There is no such document' },
  // Consents
  consents: { zh: '你的授权', en: 'Your consents' },
  consentsAbout: {
    zh: '不是必需的，随时可以撤回，点一下就好。',
    en: 'What is not needed can be withdrawn at any time, with one tap.',
  },
  required: { zh: '使用服务所必需', en: 'Needed for the service' },
  requiredHint: {
    zh: '必需的两项撤回后就不能继续使用；要停止，请申请删除账号。',
    en: 'The two that are needed cannot be withdrawn alone; to stop, ask for the account to be deleted.',
  },
  grantedOn: { zh: '{date} 同意，政策第 {version} 版', en: 'Given {date}, policy version {version}' },
  withdrawnOn: { zh: '未授权，{date} 起', en: 'Not given, since {date}' },
  neverGiven: { zh: '未授权', en: 'Not given' },
  given: { zh: '已同意「{purpose}」', en: 'Consent given: {purpose}' },
  withdrawn: { zh: '已撤回「{purpose}」，马上生效', en: 'Withdrawn, in force now: {purpose}' },
  newVersion: {
    zh: '政策更新了，请看过再决定是否同意',
    en: 'The policy has changed; please read it and decide again',
  },
  // Kept
  kept: { zh: '我们留了什么', en: 'What we keep about you' },
  keptAbout: {
    zh: '为什么留、留多久，逐项说明',
    en: 'What, why and for how long, item by item',
  },
  // Requests
  requests: { zh: '你的数据', en: 'Your data' },
  exportTitle: { zh: '导出我的数据', en: 'Export my data' },
  exportAbout: {
    zh: '想马上拿到，可以在「我的数据」里自己生成；也可以在这里请我们准备',
    en: 'Make one yourself under “Your data”, or ask us to prepare one here',
  },
  exportDo: { zh: '申请导出', en: 'Ask for an export' },
  exportAsked: { zh: '已收到，准备好后会发邮件告诉你', en: 'Received; we mail you when it is ready' },
  deleteTitle: { zh: '删除账号', en: 'Delete my account' },
  deleteAbout: {
    zh: '资料和联系方式会被删除，无法恢复',
    en: 'Your profile and contact details are removed for good',
  },
  deleteDo: { zh: '申请删除', en: 'Ask for deletion' },
  deleteSure: { zh: '要删除账号吗？', en: 'Delete your account?' },
  deleteSureBody: {
    zh: '名字、头像、邮箱和足迹会被删除，不能恢复。法律要求留存的登录记录会封存到期再删。',
    en: 'Name, picture, e-mail and trail are removed and cannot be restored. Sign-in records that the law requires are sealed and removed when due.',
  },
  deleteType: { zh: '输入你的邮箱以确认', en: 'Type your e-mail to confirm' },
  deleteWrong: { zh: '和你的邮箱不一样', en: 'This is not your e-mail' },
  deleteAsked: { zh: '删除申请已收到', en: 'The request for deletion was received' },
  history: { zh: '申请记录', en: 'Your requests' },
  kindExport: { zh: '导出数据', en: 'Export' },
  kindDelete: { zh: '删除账号', en: 'Deletion' },
  statusOpen: { zh: '已收到', en: 'Received' },
  statusDone: { zh: '已完成', en: 'Done' },
  statusRefused: { zh: '未通过', en: 'Refused' },
  statusCancelled: { zh: '已撤回', en: 'Withdrawn' },
  dueBy: { zh: '最晚 {date} 前处理', en: 'Answered by {date} at the latest' },
  download: { zh: '下载', en: 'Download' },
})
