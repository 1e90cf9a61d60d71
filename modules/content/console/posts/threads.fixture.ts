/** Replies to the question of the stories. */
const said = (id: string, name: string, html: string, more: object = {}) => ({
  id,
  postId: '1',
  parentId: null,
  rootId: null,
  state: 'published',
  author: { token: `t-${id}`, name, avatarUrl: null, role: 'member', gone: false },
  to: null,
  html: `<p>${html}</p>`,
  createdAt: '2026-11-19T08:20:00+08:00',
  editedAt: null,
  accepted: false,
  replyCount: 0,
  reactionCount: 0,
  stateReason: '',
  you: null,
  can: {
    reply: false,
    react: false,
    edit: false,
    remove: true,
    accept: false,
    report: false,
    moderate: true,
  },
  ...more,
})
const below = (id: string, name: string, html: string, more: object = {}) =>
  said(id, name, html, { parentId: '71', rootId: '71', ...more })

export const threads = {
  accepted: {
    ...said('71', '阿澈', '先把研磨调细一格，水温不动。总时间到 2 分 10 秒再看酸还尖不尖。', {
      accepted: true,
      replyCount: 5,
      reactionCount: 12,
    }),
    replies: [
      below('72', '舟舟', '调细以后 2 分 15 秒，酸圆了。', { reactionCount: 3 }),
      below('73', '许木', '水质也换一下试试，我这边自来水偏硬。', { to: { token: 't-72', name: '舟舟' } }),
      below('74', '豆子批发小李', '加我，豆子便宜一半。', { state: 'hidden', stateReason: '广告' }),
    ],
    more: 'next',
  },
  items: [
    { ...said('75', 'Kelly_拿铁', '我是水温降到 88 ℃ 救回来的。'), replies: [], more: null },
    {
      ...said('76', '小满', '等一个结论。', { state: 'pending', createdAt: '2026-11-19T09:30:00+08:00' }),
      replies: [],
      more: null,
    },
  ],
  next: null,
}
