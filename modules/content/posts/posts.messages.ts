import { defineMessages } from '#base/i18n/messages.ts'

export const personalWords = defineMessages({
  posts: { zh: '你发布的帖子与历史版本', en: 'Posts you published and their earlier versions' },
  postsKept: {
    zh: '随账号保留；注销时文字、图片与历史版本全部删除，有人回复的帖子只留下空位，社群规定保留时去掉署名留下正文',
    en: 'Kept with the account; on its end words, pictures and versions go. A post that others answered leaves an empty place, or its words without your name where the community keeps them',
  },
  drafts: { zh: '没有发布的草稿', en: 'Drafts that were not published' },
  draftsKept: { zh: '只有自己能看到，注销时删除', en: 'Nobody else sees them; erased with the account' },
  columns: { zh: '你的专栏', en: 'Your columns' },
  columnsKept: {
    zh: '随账号保留；注销时停用并清空名称与简介',
    en: 'Kept with the account; on its end closed and emptied of name and summary',
  },
  gone: { zh: '内容已随账号注销删除', en: 'Removed with the account of its author' },
})

export const workWords = defineMessages({
  waiting: { zh: '待审内容', en: 'Content to review' },
  post: { zh: '「{author}」的{kind}等待审核', en: 'A post by {author} waits for review: {kind}' },
  comment: { zh: '「{author}」的评论等待审核', en: 'A comment by {author} waits for review' },
  act: { zh: '去审核', en: 'Review' },
})
