import type { Locale } from '#base/i18n/messages.ts'

/** What one asks when nobody wrote a guide: how they live with such products, then the four tests of a pain. */
export const usualGuide: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': [
    '请介绍一下你自己：做什么工作，平时怎么用这类产品？',
    '同类产品你大概花多少钱？',
    '你是怎么知道我们的？',
    '当初为什么决定买（加入）？',
    '用的时候遇到过什么问题？最近一次是什么时候？',
    '这件事有多让你头痛？你现在怎么应付？',
    '如果有办法解决，你愿意改变现在的做法吗？',
    '除了我们，你还考虑过谁？',
    '选择的时候最担心什么？',
  ],
  en: [
    'Tell us about yourself: your work, and how you use products like ours.',
    'What do you spend on products of this kind?',
    'How did you hear about us?',
    'Why did you decide to buy, or to join?',
    'What problems did you meet in use? When was the last time?',
    'How much of a headache is it, and how do you cope now?',
    'If there were a way, would you change what you do today?',
    'Whom else did you consider?',
    'What worried you most when choosing?',
  ],
}
