import { defineStories, pending } from '#ui/console/story/story.ts'
import { ownerSession } from '#ui/console/story/world.ts'
import type { Import } from './exchange.queries.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...ownerSession.operator!.permissions, 'content.read', 'content.exchange'],
  },
}
const idle = { upload: true, check: true, run: true, stop: false }
const move = (id: string, site: string, state: Import['state'], more: Partial<Import> = {}): Import => ({
  id,
  site,
  format: 'generic',
  boardId: '1',
  board: '新手上手 · 新手上手',
  state,
  stage: '',
  taken: {},
  refused: [],
  jobId: '',
  trouble: '',
  createdAt: '2026-11-18T06:20:00.000Z',
  finishedAt: null,
  files: [{ name: 'community.jsonl', size: 4_820_112 }],
  can: idle,
  ...more,
})
const checked = move('1', 'kafei-bbs', 'checked', {
  format: 'stackexchange',
  files: [
    { name: 'Comments.xml', size: 74_020 },
    { name: 'Posts.xml', size: 272_281 },
    { name: 'Users.xml', size: 223_329 },
    { name: 'Votes.xml', size: 96_723 },
  ],
  taken: { user: 271, post: 54, comment: 345 },
  refused: [
    { reason: 'unsupported', words: '这里没有对应的内容类型', count: 8 },
    { reason: 'nobody', words: '不知道是谁（例如匿名投票）', count: 1_061 },
  ],
})
const done = move('2', 'old-forum', 'done', {
  taken: { user: 1_204, post: 3_910, comment: 21_446, reaction: 40_118, bookmark: 902 },
  finishedAt: '2026-11-12T03:00:00.000Z',
  can: { upload: false, check: false, run: false, stop: false },
})
const failed = move('3', 'wechat-export', 'failed', {
  trouble: 'Users.xml: Unexpected end',
  taken: { user: 12 },
})
const boards = [
  { id: '1', name: '新手上手', group: '新手上手' },
  { id: '2', name: '参数与复盘', group: '手冲研究所' },
]
const refusals = Array.from({ length: 9 }, (_, at) => ({
  id: String(at + 1),
  what: at < 4 ? 'post' : 'vote',
  sourceId: String(40 + at * 7),
  reason: at < 4 ? 'unsupported' : 'nobody',
  words: at < 4 ? '这里没有对应的内容类型' : '不知道是谁（例如匿名投票）',
}))

export default defineStories({
  group: 'exchange',
  answers: {
    'GET /api/session': session,
    'GET /api/content/imports': { items: [checked, done, failed], next: null },
    'GET /api/content/boards': { items: boards },
    'GET /api/content/imports/1': checked,
    'GET /api/content/imports/1/refusals': { items: refusals },
    'GET /api/content/imports/3': failed,
    'GET /api/content/imports/4': move('4', 'new-one', 'draft', {
      files: [],
      can: { ...idle, check: false, run: false },
    }),
  },
  stories: [
    { name: 'list', path: '/settings/exchange' },
    {
      name: 'empty',
      path: '/settings/exchange',
      answers: { 'GET /api/content/imports': { items: [], next: null } },
    },
    { name: 'waiting', path: '/settings/exchange', answers: { 'GET /api/content/imports': pending } },
    { name: 'checked', path: '/settings/exchange/1' },
    { name: 'failed', path: '/settings/exchange/3' },
    { name: 'draft', path: '/settings/exchange/4' },
  ],
})
