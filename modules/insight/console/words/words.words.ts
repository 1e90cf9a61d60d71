import { defineMessages } from '#base/i18n/messages.ts'

export const wordsWords = defineMessages({
  nav: { zh: '热词', en: 'Hot words' },
  title: { zh: '热词', en: 'Hot words' },
  lead: {
    zh: '大家公开在聊什么，什么话题突然冒了出来',
    en: 'What members talk about in public, and what has come up all at once',
  },
  command: { zh: '看社群热词', en: 'See hot words' },
  of: { zh: '看哪些内容', en: 'Which texts' },
  all: { zh: '帖子和回复', en: 'Posts and replies' },
  posts: { zh: '只看帖子', en: 'Posts only' },
  comments: { zh: '只看回复', en: 'Replies only' },
  least: { zh: '至少几个人用过', en: 'Used by at least' },
  leastOf: { zh: '至少 {count} 人用过', en: 'By {count} people or more' },
  sentence: {
    zh: '「{word}」最热：{share} 的内容提到它',
    en: '“{word}” is the hottest: in {share} of what was said',
  },
  note: {
    zh: '热度 = 提到的内容占比 × 词的稀有程度；只看同群人人可读的内容，每篇算一次；点词看是谁在说',
    en: 'Heat = share of texts with it × how rare the word is; only what everybody in the group may read, once a text',
  },
  summary: { zh: '热词条形图', en: 'Bars of hot words' },
  risingTitle: {
    zh: '「{word}」突然多了：从 {before} 到 {share}',
    en: '“{word}” came up: from {before} to {share}',
  },
  risingNone: { zh: '没有突然冒出来的话题', en: 'Nothing has come up all at once' },
  risingNote: {
    zh: '和之前同样长的一段时间比，巧合的可能不到千分之一（对数似然比 > 10.8）',
    en: 'Against as long before; less than one chance in a thousand that it is chance (log-likelihood ratio above 10.8)',
  },
  moodTitle: { zh: '{glad} 的内容是高兴的，{sorry} 是不满的', en: '{glad} of it sounds glad, {sorry} sorry' },
  moodNote: {
    zh: '按一份小词表粗估，反话、夸别人都分不出来，只看走势别当真值',
    en: 'A rough guess by a small lexicon; irony is beyond it: watch the trend, not the value',
  },
  glad: { zh: '高兴', en: 'Glad' },
  neutral: { zh: '平常', en: 'Neither' },
  sorry: { zh: '不满', en: 'Sorry' },
  items: { zh: '{count} 篇内容', en: '{count|one text|{count} texts}' },
  wordHead: { zh: '词', en: 'Word' },
  members: { zh: '人数', en: 'People' },
  texts: { zh: '内容', en: 'Texts' },
  before: { zh: '之前', en: 'Before' },
  share: { zh: '占比', en: 'Share' },
  weight: { zh: '中心度', en: 'Centrality' },
  mood: { zh: '情绪', en: 'Mood' },
  tip: {
    zh: '{word}\n{items} 篇内容 · {members} 人\n之前 {before} 篇',
    en: '{word}\n{items} texts · {members} people\n{before} before',
  },
  behind: { zh: '提到「{word}」的人', en: 'People who said “{word}”' },
  behindGlad: { zh: '说得高兴的人', en: 'People who sound glad' },
  behindSorry: { zh: '说得不满的人', en: 'People who sound sorry' },
  emptyHint: {
    zh: '这段时间没有公开的帖子和回复。放宽时间，或换一个社群。刚装好时，抄词要等一两分钟。',
    en: 'Nothing was said in public. Choose a longer period or another group. Right after a start, words take a minute or two.',
  },
})
