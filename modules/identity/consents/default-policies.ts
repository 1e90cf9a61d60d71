/**
 * The first texts of a new community: plain and true for what the product does, to be replaced by the
 * operator's own before going public.
 */
export interface PolicyTexts {
  readonly zh: string
  readonly en: string
}

export function defaultTerms(community: string): PolicyTexts {
  return {
    zh: `# 用户协议

欢迎加入${community}。注册并使用本社区，表示你同意下面的约定。

## 账号
- 请使用真实可用的邮箱注册，妥善保管自己的登录方式，不要转借他人。
- 你可以随时在「我的—隐私」里申请导出个人信息或注销账号。

## 社区里的言行
- 尊重他人，不发布违法、侵权、骚扰、虚假或垃圾信息。
- 你发布的内容归你所有；你同意我们为提供社区服务而展示它。
- 违反约定的内容可能被隐藏或删除，账号可能被停用；我们会说明原因，你可以申诉。

## 服务
- 我们会尽力保持服务稳定；需要暂停或重大调整时会提前告知。
- 协议有变更时会发布新版本，并再次征求你的同意。`,
    en: `# Terms of use

Welcome to ${community}. By signing up and using this community you agree to the following.

## Your account
- Sign up with an address that works, keep your ways of signing in to yourself, and do not lend them.
- You can ask for a copy of your data, or for your account to be deleted, at any time under Me – Privacy.

## How we treat each other
- Be respectful. Do not post what is illegal, infringes rights, harasses, deceives or is spam.
- What you post stays yours; you allow us to show it as part of the community.
- What breaks these rules may be hidden or removed, and accounts suspended. We say why, and you can appeal.

## The service
- We do our best to keep it running, and say so in advance when it has to pause or change a lot.
- When these terms change we publish a new version and ask you again.`,
  }
}

export function defaultPrivacy(community: string): PolicyTexts {
  return {
    zh: `# 隐私政策

这份政策说明${community}如何处理你的个人信息。

## 我们处理哪些信息、为什么
| 信息 | 用途 | 是否必需 | 保存多久 |
| --- | --- | --- | --- |
| 邮箱、昵称、登录凭据 | 创建账号、登录、找回密码、安全提醒 | 必需 | 至账号注销 |
| 登录时间、IP 地址、设备信息 | 保障账号安全、履行网络日志留存义务 | 必需 | 不少于 180 天 |
| 在社区里的浏览与使用记录 | 改进内容和活动 | 经你同意 | 至你撤回同意或账号注销 |
| 兴趣与参与情况 | 个性化推荐 | 经你同意 | 至你撤回同意或账号注销 |
| 邮箱 | 发送活动与优惠通知 | 经你同意 | 至你撤回同意或账号注销 |

## 你的选择
- 非必需的用途逐项征求同意，不同意不影响使用；可以随时在「我的—隐私」里一键撤回，与同意一样方便。
- 你可以查看、更正、导出自己的信息，也可以申请删除或注销账号，我们在 15 个工作日内答复。

## 我们如何保护
- 密码和登录令牌只保存不可还原的摘要；运营人员的操作留有审计记录。
- 信息保存在运营方自己的服务器上，未经你单独同意不向第三方提供，法律另有规定的除外。

## 更新与联系
政策更新时会发布新版本并再次征求同意。对个人信息处理有疑问，请联系社区运营团队。`,
    en: `# Privacy policy

How ${community} handles your personal data.

## What we handle, and why
| Data | What for | Needed | Kept |
| --- | --- | --- | --- |
| Address, name, ways of signing in | Your account, signing in, resetting a password, security notices | Needed | Until the account is deleted |
| Time, network address and device of sign-ins | Keeping accounts safe, keeping the records that the law asks for | Needed | At least 180 days |
| How you use the community | Improving content and activities | With your consent | Until you withdraw it or the account is deleted |
| Interests and taking part | Personal recommendations | With your consent | Until you withdraw it or the account is deleted |
| Address | News and offers | With your consent | Until you withdraw it or the account is deleted |

## Your choices
- What is not needed is asked for item by item, and saying no costs you nothing. Withdraw with one press under Me – Privacy, as easily as you agreed.
- You can see, correct and export your data, and ask for it or your account to be deleted. We answer within 15 working days.

## How we protect it
- Of passwords and sign-in tokens only digests are kept, which cannot be turned back. What operators do is recorded.
- Your data stays on the operator's own servers. Nobody else gets it without your separate consent, unless the law says so.

## Changes and contact
When this policy changes we publish a new version and ask you again. For questions about your data, contact the team of the community.`,
  }
}
