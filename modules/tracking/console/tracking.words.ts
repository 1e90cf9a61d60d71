import { defineMessages } from '#base/i18n/messages.ts'

export const trackingWords = defineMessages({
  title: { zh: '埋点', en: 'Tracking' },
  note: { zh: '网页和 App 上报行为的密钥', en: 'Keys of sites and apps that send events' },
  lead: {
    zh: '让官网、App 和其他程序上报浏览与行为。埋点密钥只能写入，读不到任何数据，可以放在网页里',
    en: 'Lets sites, apps and other programs send events. A tracking key only writes and reads nothing, so a page may carry it',
  },
  create: { zh: '新建埋点密钥', en: 'New tracking key' },
  name: { zh: '用在哪里', en: 'Where it is used' },
  nameHint: { zh: '例如 品牌官网', en: 'For example brand website' },
  test: { zh: '用于测试', en: 'For testing' },
  testHint: {
    zh: '用这把密钥上报的事件会标记为测试，不计入数据',
    en: 'Its events are marked as tests and left out of the figures',
  },
  isTest: { zh: '测试', en: 'test' },
  madeHint: {
    zh: '关闭后无法再次查看。丢失了就停用这把，再建一把。',
    en: 'It cannot be shown again. If it is lost, withdraw it and make another.',
  },
  prefix: { zh: '开头', en: 'Begins' },
  created: { zh: '创建', en: 'Made' },
  lastUsed: { zh: '最近使用', en: 'Last used' },
  neverUsed: { zh: '还没用过', en: 'Never' },
  withdraw: { zh: '停用', en: 'Withdraw' },
  withdrawTitle: { zh: '停用「{name}」？', en: 'Withdraw “{name}”?' },
  withdrawDetail: {
    zh: '还在用这把密钥的网页和程序会在几秒内无法上报，不能恢复。',
    en: 'Pages and programs that still use it can send nothing within seconds; this cannot be undone.',
  },
  withdrawn: { zh: '埋点密钥已停用', en: 'Withdrawn' },
  empty: { zh: '还没有埋点密钥', en: 'No tracking keys yet' },
  emptyHint: {
    zh: '成员站自带埋点，不需要密钥；要接入官网或其他程序时，在这里建一把',
    en: 'The member site needs none; make one for another site or program',
  },
})

export const installWords = defineMessages({
  page: { zh: '接入网页', en: 'On a website' },
  pageNote: {
    zh: '浏览和在线时长会自动上报。其他域名的网站，要先请部署的人把网址加进 TRACK_ORIGINS',
    en: 'Page views and online time are sent by themselves. Whoever runs the server names other sites in TRACK_ORIGINS first',
  },
  script: { zh: '放进每个页面的 <head>', en: 'Into the <head> of each page' },
  consent: {
    zh: '访客同意后调用；在此之前不存标识，也不上报身份',
    en: 'Once the visitor agrees; until then nothing identifies them',
  },
  event: { zh: '上报自己的事件', en: 'To send an event of your own' },
  program: { zh: '接入其他程序', en: 'From a program' },
  programNote: {
    zh: '一次最多 1,000 个事件；id 由发送方生成，同一个 id 重复上报只记一次',
    en: 'Up to 1,000 events at a time; you make the id, and a repeat with the same id counts once',
  },
  curl: { zh: '命令行试一次', en: 'Try it from a shell' },
  server: {
    zh: '上报成员身份或订单，请改用带 tracking.write 范围的 API 密钥。',
    en: 'To name members or report orders, use an API key with the scope tracking.write instead.',
  },
})
