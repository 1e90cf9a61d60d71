/**
 * Templates to begin with, as the trade writes them: what a good post of its kind says, asked line by line.
 * The team takes one over, changes it, and puts it on the boards where it belongs.
 */
import { type Locale, type Message, render } from '#base/i18n/messages.ts'
import type { PostKind } from '../shapes.ts'

export interface TemplatePreset {
  readonly key: string
  readonly kind: PostKind
  readonly name: Message
  readonly title: Message
  /** One paragraph each; `## ` begins a heading. */
  readonly lines: readonly Message[]
}

const say = (zh: string, en: string): Message => ({ zh, en })

export const templatePresets: readonly TemplatePreset[] = [
  {
    // S1-20, S1-61
    key: 'know-how',
    kind: 'article',
    name: say('专业干货', 'Know-how'),
    title: say('一次讲清：', 'Made clear:'),
    lines: [
      say('## 适合谁看', '## For whom'),
      say('遇到什么情况时用得上，需要先会什么', 'When it helps, and what one should know before'),
      say('## 怎么做', '## How'),
      say('一步一行，写出数字和判断标准', 'One step a line, with figures and how to tell that it is right'),
      say('## 常见的坑', '## Pitfalls'),
      say('哪里最容易出错，怎么补救', 'Where it goes wrong, and how to mend it'),
    ],
  },
  {
    // S1-21, S1-48
    key: 'small-topic',
    kind: 'discussion',
    name: say('生活小话题', 'Small topic'),
    title: say('聊聊：', 'Let us talk:'),
    lines: [
      say('我的一天里和它有关的一个小场景', 'One small scene of my day that has to do with it'),
      say('你呢？带上话题标签来说说', 'And yours? Add the hashtag and tell'),
    ],
  },
  {
    // S1-26, S0-23, S4-66…68
    key: 'call',
    kind: 'announcement',
    name: say('内容征集', 'Call for content'),
    title: say('征集：', 'Wanted:'),
    lines: [
      say('## 征集什么', '## What'),
      say(
        '主题、形式（摄影、征文、创意挑战）和话题标签',
        'Theme, form (photos, essays, a challenge) and its hashtag',
      ),
      say('## 时间', '## When'),
      say('开始、截止、公布结果的日子', 'It begins, it ends, the result is out'),
      say('## 怎么评', '## How it is judged'),
      say('评选标准、投票方式、奖励', 'By what, by whose votes, for which prize'),
    ],
  },
  {
    // S1-44
    key: 'photos',
    kind: 'photo',
    name: say('生活场景晒单', 'Photos of everyday use'),
    title: say('', ''),
    lines: [
      say('在哪里、和谁、用的是哪一款', 'Where, with whom, which one'),
      say('最喜欢的一点，和一点小遗憾', 'What I like most, and one small regret'),
    ],
  },
  {
    // S1-47
    key: 'recipe',
    kind: 'article',
    name: say('创意用法', 'A new way to use it'),
    title: say('试试这样用：', 'Try this:'),
    lines: [
      say('## 准备', '## You need'),
      say('材料和用量', 'Ingredients and how much'),
      say('## 步骤', '## Steps'),
      say('一步一行，配上照片', 'One a line, with pictures'),
      say('## 成品', '## The result'),
      say('味道、成本、花了多久', 'Taste, cost, how long it took'),
    ],
  },
  {
    // S1-50
    key: 'care',
    kind: 'article',
    name: say('产品保养', 'Looking after it'),
    title: say('这样保养更耐用：', 'So that it lasts:'),
    lines: [
      say('## 多久一次', '## How often'),
      say('日常、每周、每季各做什么', 'Daily, weekly, each season'),
      say('## 用什么', '## With what'),
      say('工具和清洁剂，哪些不能用', 'Tools and cleaners, and which to keep away'),
    ],
  },
  {
    // S1-51
    key: 'trouble',
    kind: 'question',
    name: say('故障排查', 'Something does not work'),
    title: say('出现了：', 'It does this:'),
    lines: [
      say('型号和购买时间：', 'Model and when it was bought:'),
      say('现象（最好有照片或视频）：', 'What happens (a photo or film helps):'),
      say('什么时候开始、每次都这样吗：', 'Since when, and each time?'),
      say('已经试过：', 'Tried so far:'),
    ],
  },
  {
    // S1-66
    key: 'case',
    kind: 'article',
    name: say('成功案例', 'Success story'),
    title: say('我们怎么做到：', 'How we came to:'),
    lines: [
      say('## 之前', '## Before'),
      say('团队多大、卡在哪里，用数字说', 'How large the team, where it was stuck, in figures'),
      say('## 做了什么', '## What was done'),
      say('按时间写，谁负责', 'In the order of time, and by whom'),
      say('## 之后', '## After'),
      say('同样的数字现在是多少，用了多久', 'The same figures now, and how long it took'),
    ],
  },
  {
    // S2-01, S2-02
    key: 'greeting',
    kind: 'product',
    name: say('早晚安推荐', 'Morning and evening pick'),
    title: say('早安，今天推荐', 'Good morning: today’s pick is '),
    lines: [
      say('一句问候，再说为什么是今天', 'A greeting, and why today'),
      say('怎么用最好，一句话', 'How it is best used, in a sentence'),
      say('插入商品卡片，点开直达购买', 'Put in the product’s card: one tap leads to the shop'),
    ],
  },
  {
    // S4-29
    key: 'guide',
    kind: 'article',
    name: say('操作指南', 'Guide'),
    title: say('从零开始：', 'From nothing to:'),
    lines: [
      say('## 准备工作', '## Before you begin'),
      say('需要什么，大约多久', 'What you need, and about how long'),
      say('## 步骤', '## Steps'),
      say('一步一图', 'A picture for each'),
      say('## 常见问题', '## Questions'),
      say('问：…… 答：……', 'Q:  A:'),
    ],
  },
  {
    key: 'idea',
    kind: 'idea',
    name: say('产品建议', 'An idea for the product'),
    title: say('希望可以', 'I wish one could '),
    lines: [
      say('现在是怎么做的，哪里不顺', 'How I do it now, and where it hurts'),
      say('想要怎样，什么时候会用到', 'How it should be, and when I would use it'),
    ],
  },
]

/** A preset as the team edits it. */
export const presetText = ({ lines }: TemplatePreset, locale: Locale): string =>
  lines.map((line) => render(line, locale)).join('\n')
