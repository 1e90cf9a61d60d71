import { defineStories } from '#ui/console/story/story.ts'
import { ago, memberSession, strangerSession } from '#ui/member/story-data.ts'

const stranger = { 'GET /api/session': strangerSession }
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1'
const laptop = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/142.0 Safari/537.36'

const text = {
  zh: `# 隐私政策

这份政策说明山丘咖啡如何处理你的个人信息。

## 我们处理哪些信息、为什么

| 信息 | 用途 | 是否必需 | 保存多久 |
| --- | --- | --- | --- |
| 邮箱、昵称、登录凭据 | 创建账号、登录、找回密码 | 必需 | 至账号注销 |
| 在社区里的浏览与使用记录 | 改进内容和活动 | 经你同意 | 至你撤回同意 |

## 你的选择

- 非必需的用途逐项征求同意，不同意不影响使用。
- 可以查阅、导出、更正和删除自己的信息。

## 更新与联系

政策更新时会发布新版本并再次征求同意。`,
  en: `# Privacy policy

How Hill Coffee handles your personal data.

## What we handle, and why

| Data | Purpose | Needed | Kept for |
| --- | --- | --- | --- |
| E-mail, name, credentials | Account, signing in, recovery | Yes | Until the account is closed |
| What you view and use here | Improving content | With your consent | Until you withdraw it |

## Your choices

- What is not needed is asked for one by one; a no costs nothing.
- You may see, export, correct and delete your data.

## Changes

A new version is published and you are asked again.`,
}

const consent = (purpose: string, label: string, note: string, more: object) => ({
  purpose,
  label,
  note,
  required: false,
  policy: 'privacy',
  granted: false,
  at: null,
  version: null,
  outdated: false,
  mayAsk: true,
  ...more,
})
const agreed = { granted: true, at: ago(185 * 24), version: 1 }

export default defineStories({
  group: 'account',
  answers: {
    'GET /api/account': {
      ...memberSession.account,
      hasPassword: true,
      createdAt: ago(185 * 24),
    },
    'GET /api/account/passkeys': { items: [] },
    'GET /api/account/two-factor': { enabled: false, backupCodesLeft: 0 },
    'GET /api/account/sessions': {
      items: [
        {
          id: '1',
          current: true,
          ip: '203.0.113.7',
          userAgent: phone,
          createdAt: ago(30),
          expiresAt: ago(-700),
        },
        {
          id: '2',
          current: false,
          ip: '203.0.113.9',
          userAgent: laptop,
          createdAt: ago(99),
          expiresAt: ago(-700),
        },
      ],
    },
    'GET /api/policies': {
      items: (['terms', 'privacy'] as const).map((code) => ({
        code,
        version: 1,
        textHash: '0',
        publishedAt: ago(200 * 24),
        body: text,
      })),
    },
    'GET /api/account/consents': {
      items: [
        consent('terms', '用户协议', '使用社区需要遵守的约定', { required: true, ...agreed }),
        consent('privacy', '隐私政策', '为提供服务所必需的信息处理', { required: true, ...agreed }),
        consent('analytics', '使用分析', '记录你在社区里的浏览与使用，用来改进内容和活动', agreed),
        consent('marketing', '活动与优惠通知', '通过邮件等方式告诉你活动和优惠', {
          at: ago(400),
          version: 1,
        }),
        consent('publish', '公开展示', '在获奖名单、排行榜和精选展示里显示你的昵称', {}),
      ],
    },
    'GET /api/account/data-requests': {
      items: [
        {
          id: '1',
          kind: 'export',
          state: 'open',
          requestedAt: ago(20),
          dueAt: ago(-340),
          closedAt: null,
          answer: null,
        },
      ],
    },
  },
  stories: [
    { name: 'policy', path: '/policies/privacy', answers: stranger },
    { name: 'account', path: '/me/account' },
    { name: 'security', path: '/me/security' },
    { name: 'privacy', path: '/me/privacy' },
  ],
})
