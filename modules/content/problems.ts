import { defineProblems } from '#base/http/problem.ts'

export const contentProblems = defineProblems({
  postNotFound: { status: 404, message: { zh: '没有找到这个帖子', en: 'There is no such post' } },
  commentNotFound: { status: 404, message: { zh: '没有找到这条评论', en: 'There is no such comment' } },
  boardNotFound: { status: 404, message: { zh: '没有找到这个版块', en: 'There is no such board' } },
  mayNotPost: {
    status: 403,
    message: { zh: '你还不能在「{board}」发帖', en: 'You cannot post on “{board}” yet' },
  },
  mayNotReply: {
    status: 403,
    message: { zh: '你还不能在「{board}」回复', en: 'You cannot reply on “{board}” yet' },
  },
  mayNotReact: {
    status: 403,
    message: { zh: '你还不能在「{board}」表态', en: 'You cannot react on “{board}” yet' },
  },
  mayNotModerate: {
    status: 403,
    message: { zh: '只有群主、管理员或运营可以这样做', en: 'Only hosts and the team can do this' },
  },
  refusedByTeam: {
    status: 422,
    message: { zh: '内容未能发布：{because}', en: 'It was not taken: {because}' },
  },
  postLocked: {
    status: 409,
    message: { zh: '帖子已锁定，不再接受回复', en: 'The post is locked and takes no replies' },
  },
  empty: { status: 422, message: { zh: '写点什么再发布', en: 'Write something first' } },
  titleMissing: { status: 422, message: { zh: '请写一个标题', en: 'Give it a title' } },
  kindRefused: {
    status: 422,
    message: { zh: '「{board}」不收这种类型的帖子', en: '“{board}” does not take posts of this kind' },
  },
  fileUnknown: {
    status: 422,
    message: {
      zh: '有一张图片或附件不可用，请重新上传',
      en: 'A picture or file cannot be used; upload it again',
    },
  },
  topicNotFound: { status: 404, message: { zh: '没有找到这个话题', en: 'There is no such topic' } },
  authorNotFound: { status: 404, message: { zh: '没有找到这位成员', en: 'There is no such member' } },
  columnNotFound: { status: 404, message: { zh: '没有找到这个专栏', en: 'There is no such column' } },
  interestUnknown: { status: 404, message: { zh: '没有找到这项兴趣', en: 'There is no such interest' } },
})
