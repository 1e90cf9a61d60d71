import { defineMessages } from '#base/i18n/messages.ts'

export const peopleWords = defineMessages({
  search: { zh: '搜昵称或群名片', en: 'Find by name or card' },
  name: { zh: '成员', en: 'Member' },
  role: { zh: '角色', en: 'Role' },
  tier: { zh: '层级', en: 'Tier' },
  number: { zh: '编号', en: 'No.' },
  joined: { zh: '加入', en: 'Joined' },
  way: { zh: '怎么来的', en: 'Came by' },
  lastSeen: { zh: '最近来访', en: 'Last seen' },
  answered: { zh: '有人理', en: 'Answered' },
  notAnswered: { zh: '还没人理', en: 'Nobody yet' },
  rules: { zh: '群规', en: 'Rules' },
  rulesVersion: { zh: '第 {version} 版', en: 'v{version}' },
  rulesNone: { zh: '未同意', en: 'Not agreed' },
  left: { zh: '离开', en: 'Left' },
  leftHow: { zh: '原因', en: 'How' },
  stateIn: { zh: '在群里', en: 'In the group' },
  stateLeft: { zh: '已离开', en: 'Left' },
  state: { zh: '在群状态', en: 'State' },
  silent: { zh: '多久没来', en: 'Not seen for' },
  silentDays: { zh: '{days} 天没来', en: '{days} days' },
  never: { zh: '没来过', en: 'Never' },
  add: { zh: '添加成员', en: 'Add members' },
  addTitle: { zh: '把谁请进群', en: 'Who joins the group' },
  addHint: {
    zh: '不经准入步骤直接入群；名额满时会提示。',
    en: 'They come in without the steps of admission.',
  },
  addSearch: { zh: '按昵称搜成员', en: 'Find members by name' },
  added: { zh: '已加入 {added} 人，{already} 人本来就在', en: '{added} added, {already} were in already' },
  addedFull: { zh: '加入 {added} 人，{full} 人没有名额', en: '{added} added, no place for {full}' },
  addVerb: { zh: '请进群', en: 'Add' },
  change: { zh: '改角色与层级', en: 'Change role and tier' },
  changeTitle: { zh: '{name}在群里的角色', en: '{name} in this group' },
  noTier: { zh: '不分层', en: 'No tier' },
  remove: { zh: '移出社群', en: 'Remove from group' },
  removeTitle: { zh: '把{name}移出社群', en: 'Remove {name} from the group' },
  removeHint: {
    zh: '理由会记在成员的入群记录上，也会写进审计日志。',
    en: 'The reason stays with the stay and in the audit log.',
  },
  removed: { zh: '已移出', en: 'Removed' },
  openMember: { zh: '打开成员', en: 'Open member' },
  empty: { zh: '群里还没有人', en: 'Nobody is here yet' },
  emptyHint: {
    zh: '先请第一批种子用户，再打开准入。',
    en: 'Invite the first members by hand, then open the door.',
  },
  open: { zh: '直接加入', en: 'Open door' },
  invitation: { zh: '邀请码', en: 'Invite code' },
  admission: { zh: '通过准入', en: 'Admission' },
  waiting_list: { zh: '候补', en: 'Waiting list' },
  operator: { zh: '运营添加', en: 'By the team' },
  return: { zh: '复活回群', en: 'Came back' },
  import: { zh: '导入', en: 'Import' },
  hLeft: { zh: '自己离开', en: 'Left' },
  removedHow: { zh: '被移出', en: 'Removed' },
  eliminated: { zh: '被淘汰', en: 'Eliminated' },
  account_closed: { zh: '账号注销', en: 'Account closed' },
  merged: { zh: '已合并', en: 'Merged' },
  /* newcomers */
  newcomersTitle: {
    zh: '近 30 天来了 {count} 位新人',
    en: '{count|one newcomer|{count} newcomers} in 30 days',
  },
  newcomersLead: {
    zh: '入群 24 小时决定去留。没人理的排在前面，一句话就够。',
    en: 'The first 24 hours decide. Those nobody spoke to come first; one line is enough.',
  },
  onlyUnanswered: { zh: '还没人理', en: 'Not answered' },
  onlyAnswered: { zh: '已有人理', en: 'Answered' },
  all: { zh: '全部', en: 'All' },
  overdue: { zh: '超过 24 小时没人理', en: 'Nobody for 24 hours' },
  steps: { zh: '新人任务 {done}/{of}', en: '{done} of {of} steps' },
  greet: { zh: '打招呼', en: 'Greet' },
  greetPlaceholder: { zh: '欢迎{name}，先看看…', en: 'Welcome {name}, have a look at …' },
  greeted: { zh: '已发出欢迎', en: 'Greeted' },
  noNewcomers: { zh: '近 30 天没有新人', en: 'No newcomers in 30 days' },
  noNewcomersHint: {
    zh: '看看准入是不是太严，或者该去哪里露面。',
    en: 'See whether the door is too narrow, or where to be seen.',
  },
  stepsTitle: { zh: '新人清单', en: 'What newcomers do first' },
  stepsNote: {
    zh: '成员端按 24 小时与 7 天两段显示进度',
    en: 'Shown to newcomers in two parts: 24 hours, 7 days',
  },
  kRules: { zh: '看群规并同意', en: 'Agree to the rules' },
  kCard: { zh: '改群名片', en: 'Set a card name' },
  kIntroduce: { zh: '自我介绍', en: 'Introduce oneself' },
  kAnnouncements: { zh: '读必读公告', en: 'Read the announcements' },
  kGreet: { zh: '和另一位新人打招呼', en: 'Greet another newcomer' },
  kVisit: { zh: '第二天再来一次', en: 'Come again' },
  kLink: { zh: '打开一个页面', en: 'Open a page' },
  within24: { zh: '24 小时内', en: 'In 24 hours' },
  within168: { zh: '7 天内', en: 'In 7 days' },
  stepTitle: { zh: '自定义说法（选填）', en: 'Own words (optional)' },
  stepPath: { zh: '站内地址，如 /groups/handdrip', en: 'Address here, e.g. /groups/handdrip' },
  stepDone: { zh: '{done}/{of} 完成', en: '{done} of {of} done' },
  addStep: { zh: '加一项', en: 'Add a step' },
  /* announcements */
  announce: { zh: '发公告', en: 'New announcement' },
  annTitle: { zh: '标题', en: 'Title' },
  annBody: { zh: '内容', en: 'Text' },
  pinned: { zh: '置顶', en: 'Pinned' },
  mustRead: { zh: '必读', en: 'Must read' },
  mustReadHint: { zh: '成员打开社群时先看到，并记录已读', en: 'Shown first, and who has read it is kept' },
  publish: { zh: '发布', en: 'Publish' },
  published: { zh: '公告已发布', en: 'Published' },
  readBy: { zh: '{read} / {members} 人已读', en: 'Read by {read} of {members}' },
  whoRead: { zh: '谁看了', en: 'Who read it' },
  readYes: { zh: '已读', en: 'Read' },
  readNo: { zh: '未读', en: 'Not yet' },
  nobody: { zh: '没有人', en: 'Nobody' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  withdrawTitle: { zh: '撤回公告「{title}」？', en: 'Withdraw “{title}”?' },
  withdrawDetail: { zh: '成员端立即看不到；阅读记录保留。', en: 'Members no longer see it; receipts stay.' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  noAnnouncements: { zh: '还没有公告', en: 'No announcements yet' },
  noAnnouncementsHint: {
    zh: '第一条公告写清楚：这个群做什么、每周什么时候有什么。',
    en: 'Begin with what this group does, and what happens when.',
  },
  byAuthor: { zh: '{author} · {when}', en: '{author} · {when}' },
})

const ways = ['open', 'invitation', 'admission', 'waiting_list', 'operator', 'return', 'import'] as const
export const wayWord = (way: string) => peopleWords[ways.find((each) => each === way) ?? 'operator']

export const leftWord = (how: string | null) =>
  how === 'left'
    ? peopleWords.hLeft
    : how === 'removed'
      ? peopleWords.removedHow
      : how === 'eliminated'
        ? peopleWords.eliminated
        : how === 'merged'
          ? peopleWords.merged
          : peopleWords.account_closed
