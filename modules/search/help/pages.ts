/** Places of the member site where one sets or learns something, for people who ask how. */
import type { Message } from '#base/i18n/messages.ts'

export interface HelpPage {
  /** Stays the same for ever: the index knows the page by it. */
  readonly id: string
  readonly path: string
  readonly title: Message
  readonly says: Message
  /** What people call it besides. */
  readonly names: readonly string[]
}

const page = (
  id: number,
  path: string,
  title: readonly [zh: string, en: string],
  says: readonly [zh: string, en: string],
  ...names: readonly string[]
): HelpPage => ({
  id: String(id),
  path,
  title: { zh: title[0], en: title[1] },
  says: { zh: says[0], en: says[1] },
  names,
})

export const helpPages: readonly HelpPage[] = [
  page(
    1,
    '/me/profile',
    ['修改头像、昵称和介绍', 'Change your picture, name and introduction'],
    ['换头像、改昵称、写一句介绍、填城市。', 'A new picture, another name, a few words, your city.'],
    '个人资料',
    '改名',
  ),
  page(
    2,
    '/me/data',
    ['查看和下载我的数据', 'See and download your data'],
    [
      '社区记下的资料和标签，可以更正、删除标签，或导出一份副本。',
      'What is kept about you: correct it, delete tags, or take a copy.',
    ],
    '导出数据',
    '个人信息副本',
  ),
  page(
    3,
    '/me/security',
    ['密码、通行密钥和登录设备', 'Password, passkeys and devices'],
    [
      '修改密码、添加通行密钥、两步验证，退出其他设备。',
      'Change the password, add a passkey or a second step, sign out elsewhere.',
    ],
    '改密码',
    '忘记密码',
    '账号安全',
  ),
  page(
    4,
    '/me/privacy',
    ['隐私授权与注销账号', 'Consents and closing the account'],
    [
      '管理授权、关闭个性化推荐、撤回同意、注销账号。',
      'Manage consents, switch recommendations off, withdraw, close the account.',
    ],
    '注销',
    '删除账号',
    '撤回同意',
  ),
  page(
    5,
    '/me/notices',
    ['通知设置与免打扰', 'Notices and quiet hours'],
    [
      '选择哪些消息提醒我：站内、浏览器推送、邮件摘要；设置免打扰时段。',
      'Choose what you hear of and how: in the product, push, mail digest; quiet hours.',
    ],
    '关闭通知',
    '推送',
    '邮件退订',
  ),
  page(
    6,
    '/me/trust',
    ['信任等级和发帖限制', 'Trust levels and limits'],
    [
      '新成员的链接、图片和数量限制，怎样升级放开。',
      'Limits of newcomers on links, pictures and numbers, and how they lift.',
    ],
    '发帖限制',
    '不能发视频',
    '等级',
  ),
  page(
    7,
    '/ranking',
    ['信息流怎样排序和推荐', 'How lists are ranked'],
    [
      '热门怎么算、推荐用了什么，以及一键关闭个性化推荐。',
      'How hot is counted, what recommendations use, and how to switch them off.',
    ],
    '算法',
    '关闭推荐',
    '排序规则',
  ),
  page(
    8,
    '/write',
    ['怎样发帖', 'How to post'],
    [
      '选版块和类型，放图片、视频、投票，@人、加话题，草稿自动保存，也可以定时发布。',
      'Choose board and kind; pictures, films, polls, mentions, topics; drafts save themselves; posts can wait for an hour.',
    ],
    '发帖子',
    '草稿',
    '定时发布',
  ),
  page(
    9,
    '/groups',
    ['怎样加入社群', 'How to join a group'],
    [
      '找到聊得来的社群，看群规和入群条件，申请或输入邀请码。',
      'Find a group, read its rules and how to enter, apply or use a code.',
    ],
    '入群',
    '邀请码',
  ),
  page(
    10,
    '/me/bookmarks',
    ['我的收藏', 'Your bookmarks'],
    ['收藏过的帖子都在这里。', 'The posts that you kept.'],
    '收藏夹',
  ),
  page(
    11,
    '/me/follows',
    ['我的关注', 'What you follow'],
    [
      '关注的人、话题、版块和帖子，可以静音或取消。',
      'People, topics, boards and posts that you follow; mute or leave them.',
    ],
    '取消关注',
  ),
  page(
    12,
    '/policies/terms',
    ['用户协议', 'Terms'],
    ['使用社区的约定。', 'What is agreed between us.'],
    '协议',
    '规则',
  ),
  page(
    13,
    '/policies/privacy',
    ['隐私政策', 'Privacy policy'],
    ['我们收集什么、为什么、保存多久。', 'What is collected, why, and for how long.'],
    '隐私',
  ),
]
