/** The six groups of 山丘咖啡 as 林晓 wrote them. */
import type { NewGroup } from '#modules/groups/groups/groups.ts'

export interface WorldGroup extends NewGroup {
  readonly tier: 'base' | 'advanced' | 'core'
  readonly since: number
  readonly boards: readonly Record<string, unknown>[]
  readonly rules: Record<string, unknown>
  readonly steps: readonly unknown[]
  /** Share of the simulated members who are inside, of a thousand. */
  readonly share: number
}

const counted = (event: string, days: number, times: number) => ({
  kind: 'event',
  event,
  window: { last: { amount: days, unit: 'days' } },
  measure: { of: 'count', op: 'gte', value: times },
})

/** What strangers may read too; members write. */
const open = {
  see: [{ who: 'anyone' }],
  post: [{ who: 'members' }],
  reply: [{ who: 'members' }],
  react: [{ who: 'members' }],
}

const quiz = {
  kind: 'quiz',
  settings: {
    title: '三道小题',
    intro: '不考背诵，答错了也能学到点东西。',
    passPercent: 60,
    attempts: 3,
    coolDownHours: 12,
    questions: [
      {
        id: 'ratio',
        type: 'one',
        text: '15 克粉，按 1:15 要注多少水？',
        options: [
          { id: 'a', text: '225 克' },
          { id: 'b', text: '150 克' },
          { id: 'c', text: '300 克' },
        ],
        right: ['a'],
        why: '15 × 15 = 225，闷蒸的水也算在里面。',
      },
      {
        id: 'bitter',
        type: 'many',
        text: '又苦又涩，先试哪些办法？',
        options: [
          { id: 'coarse', text: '磨粗一点' },
          { id: 'cool', text: '水温降两度' },
          { id: 'long', text: '再多冲一分钟' },
        ],
        right: ['coarse', 'cool'],
      },
      { id: 'home', type: 'word', text: '咖啡的家乡是哪个国家？', right: ['埃塞俄比亚', 'Ethiopia'] },
    ],
  },
}

export const worldGroups: readonly WorldGroup[] = [
  {
    slug: 'start-here',
    name: '新手上手',
    kind: 'service',
    template: 'goods',
    tier: 'base',
    glyph: '新',
    colour: 'sky',
    summary: '第一台磨豆机、第一支豆，从这里问起',
    forWhom: '刚开始自己冲咖啡的人',
    situation: '买了器具不知道从哪一步开始的时候',
    coreValue: 'expertise',
    valuePromise: '小白的问题当天有人答',
    connection: 'pyramid',
    brandScenario: '入门',
    interestTag: '新人',
    since: 180,
    share: 620,
    boards: [
      {
        name: '新手上手',
        summary: '器具、豆子、第一杯',
        rules: '先说预算和已有的器具；没有傻问题。',
        permissions: open,
      },
      { name: '问题反馈', summary: '订单、发货、会员码', rules: '带上订单日期和截图，客服两小时内接手。' },
    ],
    rules: {
      theme: '从零开始，冲好第一杯',
      service: '当天有人答，每周六新手直播',
      forbidden: '嘲笑新手、广告引流',
      penalty: '提醒一次，再犯移出',
      rewarded: '完成新手任务 50 积分',
      returned: '首杯打卡送滤纸',
      welcome: '欢迎！先告诉我们你手边有什么器具，最近想喝到什么味道。',
    },
    steps: [],
  },
  {
    slug: 'pour-over',
    name: '手冲研究所',
    kind: 'interest',
    template: 'content',
    tier: 'advanced',
    glyph: '冲',
    colour: 'clay',
    summary: '一支豆、一组参数，一杯真实的结果',
    forWhom: '每周至少冲三次、想把一杯冲稳的人',
    situation: '换了新豆、换了水，味道不对又说不清原因的时候',
    coreValue: 'expertise',
    valuePromise: '提问两小时内有人看你的参数',
    connection: 'pyramid',
    brandScenario: '在家手冲',
    interestTag: '手冲',
    since: 170,
    share: 240,
    boards: [
      {
        name: '参数与复盘',
        summary: '一杯一帖，参数写全',
        rules: '写清豆子、研磨、水温、粉水比和时间；复盘说结论，也说没成功的部分。',
        permissions: open,
      },
      { name: '提问', summary: '两小时内有人回', rules: '标题写问题本身；说清器具和已经试过的办法。' },
      {
        name: '豆单',
        summary: '最近在喝什么',
        rules: '产地、处理法、烘焙日期和购买渠道；不放私人收款码。',
        permissions: open,
      },
      { name: '器具', summary: '滤杯、磨豆机、壶', rules: '评测先说缺点。', permissions: open },
      { name: '晒单', summary: '喝到好的就晒', rules: '一图也行，说一句味道。', permissions: open },
    ],
    rules: {
      theme: '一支豆、一组参数，一杯真实的结果',
      service: '提问两小时内有人回，周三直播杯测',
      forbidden: '买卖、引流、嘲笑新手',
      penalty: '再犯即禁言',
      rewarded: '精华 30 积分，采纳 20',
      returned: '月度之星送豆',
      welcome: '欢迎来到手冲研究所！先说说你现在用什么器具、最近在喝哪支豆。',
    },
    steps: [
      quiz,
      {
        kind: 'condition',
        settings: {
          title: '来过，也动过手',
          condition: { version: 1, who: { kind: 'all', of: [counted('check_in', 30, 2)] } },
        },
      },
    ],
  },
  {
    slug: 'beta',
    name: '产品内测',
    kind: 'beta',
    template: 'tool',
    tier: 'core',
    glyph: '测',
    colour: 'plum',
    summary: '新豆单、新小程序，先用先说',
    forWhom: '愿意认真写反馈的老朋友',
    situation: '想在上市前就说出一句「这里不对」的时候',
    coreValue: 'links',
    valuePromise: '每条建议都有下文',
    connection: 'distributed',
    brandScenario: '新品共创',
    interestTag: '产品体验官',
    capacity: 60,
    since: 140,
    share: 20,
    boards: [
      {
        name: '内测任务',
        summary: '本轮要试什么',
        permissions: {
          see: [{ who: 'members' }],
          post: [],
          reply: [{ who: 'members' }],
          react: [{ who: 'members' }],
        },
      },
      { name: '反馈', summary: '一事一帖', rules: '现象、期望、截图。' },
    ],
    rules: {
      theme: '上市前，先听你说',
      service: '每条反馈 48 小时内有下文',
      forbidden: '泄露未上市内容',
      penalty: '移出并停用资格',
      rewarded: '被采纳的建议 100 积分',
      returned: '署名进产品故事',
    },
    steps: [
      {
        kind: 'form',
        settings: {
          intro: '三个问题，两分钟。',
          questions: [
            { id: 'why', label: '为什么想来', type: 'long' },
            { id: 'cups', label: '每周大概几杯', type: 'number' },
            {
              id: 'gear',
              label: '常用器具',
              type: 'choices',
              required: false,
              options: [
                { id: 'pour', text: '手冲' },
                { id: 'espresso', text: '意式' },
                { id: 'cold', text: '冷萃' },
              ],
            },
          ],
        },
      },
      {
        kind: 'review',
        settings: { title: '主理人审核', looksFor: '看重愿意写反馈的人。', promiseHours: 24 },
      },
    ],
  },
  {
    slug: 'shanghai',
    name: '上海据点',
    kind: 'local',
    template: 'service',
    tier: 'base',
    glyph: '沪',
    colour: 'slate',
    summary: '线下杯测、探店、拼豆',
    forWhom: '住在上海、想线下碰头的人',
    situation: '周末想找人一起喝一杯的时候',
    coreValue: 'links',
    valuePromise: '每月两场线下杯测',
    connection: 'distributed',
    brandScenario: '门店',
    city: '上海',
    visibility: 'unlisted',
    since: 120,
    share: 60,
    boards: [
      { name: '约杯测', summary: '时间、地点、人数' },
      { name: '探店', summary: '好喝的、踩雷的' },
    ],
    rules: {
      theme: '在上海，一起喝一杯',
      service: '每月两场线下杯测，报名即留位',
      forbidden: '报名不到、私下收费',
      penalty: '两次爽约停一个月',
      rewarded: '组织一次杯测 80 积分',
      returned: '门店赠饮一杯',
    },
    steps: [{ kind: 'invitation', settings: {} }],
  },
  {
    slug: 'offers',
    name: '福利小铺',
    kind: 'welfare',
    template: 'goods',
    tier: 'base',
    glyph: '福',
    colour: 'wheat',
    summary: '新人券、临期好豆、每周二上新',
    forWhom: '想买得划算的人',
    situation: '豆子快喝完、想补货的时候',
    coreValue: 'offers',
    valuePromise: '群内价不高于任何渠道',
    brandScenario: '复购',
    since: 160,
    share: 480,
    boards: [
      {
        name: '本周上新',
        summary: '每周二更新',
        permissions: {
          see: [{ who: 'anyone' }],
          post: [],
          reply: [{ who: 'members' }],
          react: [{ who: 'members' }],
        },
      },
    ],
    rules: {
      theme: '好豆不贵',
      service: '每周二上新，新人券当天到账',
      forbidden: '转卖券码、刷单',
      penalty: '作废并移出',
      rewarded: '晒单 20 积分',
      returned: '满五单送一包',
    },
    steps: [],
  },
  {
    slug: 'office',
    name: '企业咖啡角',
    kind: 'industry',
    template: 'service',
    tier: 'base',
    glyph: '企',
    colour: 'teal',
    summary: '给行政同事的咖啡角：机器、豆子、月结',
    forWhom: '负责办公室咖啡的人',
    situation: '要开一个咖啡角、或想换供应商的时候',
    coreValue: 'expertise',
    valuePromise: '一周内给出方案和报价',
    brandScenario: '企业采购',
    industry: '互联网',
    visibility: 'private',
    since: 90,
    share: 6,
    boards: [{ name: '方案与报价', summary: '机器、豆量、预算' }],
    rules: {
      theme: '把办公室的咖啡管好',
      service: '一周内给方案，机器 24 小时上门',
      forbidden: '同行推销',
      penalty: '移出',
      rewarded: '推荐一家企业 500 积分',
      returned: '季度赠豆 5 kg',
    },
    steps: [{ kind: 'invitation', settings: {} }],
  },
]
