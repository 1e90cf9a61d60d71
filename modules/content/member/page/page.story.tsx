import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { strangerSession } from '#ui/member/story-data.ts'
import { article, figures, none, poll, qingye, question, related, threads, unvoted } from './story-post.ts'

const path = '/posts/42'
const at = 'GET /api/site/posts/{id}'
const own = {
  ...question,
  author: qingye,
  can: { ...question.can, edit: true, accept: true, report: false, figures: true },
}
const strangerCan = { ...question.can, reply: false, react: false, report: false }

export default defineStories({
  group: 'post',
  answers: {
    [at]: question,
    [`${at}/comments`]: threads,
    [`${at}/related`]: related,
    [`${at}/figures`]: figures,
    [`${at}/poll`]: poll,
    'POST /api/site/attention': null,
  },
  stories: [
    { name: 'question', path },
    { name: 'own', path, answers: { [at]: own } },
    {
      name: 'stranger',
      path,
      answers: {
        'GET /api/session': strangerSession,
        [at]: { ...question, you: null, follow: null, inGroup: false, can: strangerCan },
      },
    },
    {
      name: 'outsider',
      path,
      answers: {
        [at]: { ...question, follow: null, inGroup: false, can: { ...strangerCan, report: true } },
      },
    },
    { name: 'article', path: '/posts/43', answers: { [at]: article } },
    {
      name: 'poll',
      path,
      answers: {
        [at]: {
          ...question,
          kind: 'poll',
          title: '周三杯测想喝哪一组？',
          solved: false,
          html: '<p>周三 20:00，三选一，豆子我来带。</p>',
          poll: { options: 3, voters: 438, open: true, closesAt: poll.closesAt, leading: [] },
        },
        [`${at}/poll`]: unvoted,
      },
    },
    {
      name: 'poll-voted',
      path,
      answers: {
        [at]: {
          ...question,
          kind: 'poll',
          title: '',
          solved: false,
          html: '<p>周三 20:00，三选一，豆子我来带。</p>',
          poll: { options: 3, voters: 438, open: true, closesAt: poll.closesAt, leading: [] },
        },
      },
    },
    {
      name: 'unanswered',
      path,
      answers: {
        [at]: {
          ...question,
          solved: false,
          accepted: null,
          firstAnswerAt: null,
          commentCount: 0,
          follow: null,
        },
        [`${at}/comments`]: none,
      },
    },
    {
      name: 'hidden',
      path,
      answers: {
        [at]: {
          ...own,
          state: 'hidden',
          stateReason: '含有其他店铺的引流信息，去掉后可以恢复',
          can: { ...own.can, reply: false, react: false, accept: false, share: false },
        },
      },
    },
    {
      name: 'locked',
      path,
      answers: {
        [at]: {
          ...question,
          locked: true,
          closed: true,
          closedBecause: '问题已经解决，完整参数见精华帖',
          can: { ...question.can, reply: false },
        },
      },
    },
    {
      name: 'talk-fails',
      path,
      answers: { [`${at}/comments`]: fails(503, 'unavailable', '服务暂时不可用') },
    },
    { name: 'merged', path, answers: { [at]: { ...question, state: 'merged', mergedInto: '43' } } },
    { name: 'missing', path, answers: { [at]: fails(404, 'post_not_found', '没有找到这个帖子') } },
    { name: 'waiting', path, answers: { [at]: pending } },
  ],
})
