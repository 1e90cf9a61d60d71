import { defineProblems } from '#base/http/problem.ts'

export const postProblems = defineProblems({
  pictureMissing: {
    status: 422,
    message: { zh: '这种帖子至少要有一张图片', en: 'Posts of this kind need at least one picture' },
  },
  videoMissing: { status: 422, message: { zh: '请先放入一段视频', en: 'Put in a video first' } },
  pollMissing: {
    status: 422,
    message: { zh: '请先写好投票选项', en: 'Write the options of the poll first' },
  },
  pollUnfit: {
    status: 422,
    message: {
      zh: '投票选项不能重复，可选项数不能多于选项，截止时间要在将来',
      en: 'Options must differ, one cannot choose more than there are, and the end must be ahead',
    },
  },
  columnNotYours: {
    status: 422,
    message: {
      zh: '只能发到自己的专栏，且只收文章',
      en: 'Only articles go into a column, and only into your own',
    },
  },
  scheduleTooFar: {
    status: 422,
    message: { zh: '定时发布最远到一年以后', en: 'A post can wait for a year at most' },
  },
  notScheduled: {
    status: 409,
    message: { zh: '这个帖子不在等待定时发布', en: 'This post does not wait for an hour' },
  },
  changedMeanwhile: {
    status: 409,
    message: {
      zh: '帖子刚被改过，请刷新后在新版本上修改',
      en: 'The post was changed meanwhile; reload and edit the newest version',
    },
  },
  mayNotEdit: {
    status: 403,
    message: { zh: '只有作者和管理者可以编辑', en: 'Only its author and those who look after it may edit' },
  },
  reasonMissing: {
    status: 422,
    message: { zh: '请写明原因，作者会看到', en: 'Say why; the author will read it' },
  },
  removedByAuthor: {
    status: 409,
    message: { zh: '帖子由作者自己删除，不能恢复', en: 'Its author removed it; it cannot be brought back' },
  },
  stateUnfit: {
    status: 409,
    message: { zh: '帖子当前的状态不允许这样做', en: 'The state of the post does not allow this' },
  },
  mergeUnfit: {
    status: 422,
    message: {
      zh: '不能合并：两个帖子都要已发布且不同，带投票的帖子不能并入别处',
      en: 'They cannot be merged: both must be published and differ, and a post with a poll stays where it is',
    },
  },
  splitUnfit: {
    status: 422,
    message: {
      zh: '请选择这个帖子下 1 到 200 条评论',
      en: 'Choose 1 to 200 comments of this post',
    },
  },
  draftNotFound: { status: 404, message: { zh: '没有找到这份草稿', en: 'There is no such draft' } },
  tooManyDrafts: {
    status: 409,
    message: { zh: '草稿已有 {most} 份，先清理几份', en: 'You have {most} drafts; delete some first' },
  },
  columnNotFound: { status: 404, message: { zh: '没有找到这个专栏', en: 'There is no such column' } },
  columnTaken: { status: 409, message: { zh: '这个专栏网址已被使用', en: 'This column address is taken' } },
  mayNotOpenColumn: {
    status: 403,
    message: {
      zh: '信任等级到 {rank} 级后可以开专栏，也可以请运营帮你开',
      en: 'Columns open at trust level {rank}; the team can open one for you too',
    },
  },
  teamOpensColumns: {
    status: 403,
    message: { zh: '专栏由运营开通', en: 'The team opens columns' },
  },
  templateNotFound: { status: 404, message: { zh: '没有找到这个模板', en: 'There is no such template' } },
  topicNotFound: { status: 404, message: { zh: '没有找到这个话题', en: 'There is no such topic' } },
  topicTaken: {
    status: 409,
    message: {
      zh: '已有同名话题，请用合并',
      en: 'A topic of this name exists; merge them instead',
    },
  },
  topicUnfit: {
    status: 422,
    message: { zh: '话题只能由文字、数字、- 和 _ 组成', en: 'A topic is made of letters, digits, - and _' },
  },
})
