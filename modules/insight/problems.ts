import { defineProblems } from '#base/http/problem.ts'

export const insightProblems = defineProblems({
  goalNotFound: { status: 404, message: { zh: '没有找到这个目标', en: 'There is no such goal' } },
  goalIsClosed: {
    status: 409,
    message: { zh: '这个目标已经结束，不能再改', en: 'This goal has ended and is changed no more' },
  },
  goalNotSmart: {
    status: 422,
    message: { zh: '这个目标还不成立：{reasons}', en: 'This is no goal yet: {reasons}' },
  },
  tooManyGoals: {
    status: 422,
    message: {
      zh: '同时最多 {most} 个进行中的目标，先结束一些',
      en: 'At most {most} goals at a time; close some first',
    },
  },
  alertNotFound: { status: 404, message: { zh: '没有找到这条预警规则', en: 'There is no such alert' } },
  alertIsPreset: {
    status: 409,
    message: {
      zh: '自带的预警不能删除，不需要的话可以暂停',
      en: 'Alerts that come with the product cannot be removed; pause it instead',
    },
  },
  tooManyAlerts: {
    status: 422,
    message: { zh: '最多 {most} 条预警规则，先删掉不用的', en: 'At most {most} alerts; remove some first' },
  },
  signalNotFound: { status: 404, message: { zh: '没有找到这个信号', en: 'There is no such signal' } },
  signalIsClosed: {
    status: 409,
    message: { zh: '这个信号已经处理完了', en: 'This signal has been closed already' },
  },
  stageChosenMeanwhile: {
    status: 409,
    message: {
      zh: '刚有人定过产品阶段，刷新看看对方为什么这么定，再决定',
      en: 'Somebody chose the stage meanwhile; reload, see why, then decide',
    },
  },
  questionNotFound: {
    status: 404,
    message: { zh: '没有找到这个已存的问题', en: 'There is no such saved question' },
  },
  tooManyQuestions: {
    status: 422,
    message: {
      zh: '每人最多存 {most} 个问题，先删掉自己不用的',
      en: 'At most {most} saved questions each; remove some of yours first',
    },
  },
  dashboardNotFound: { status: 404, message: { zh: '没有找到这个看板', en: 'There is no such dashboard' } },
  dashboardChangedMeanwhile: {
    status: 409,
    message: {
      zh: '{who}刚改过这个看板（现在是第 {version} 版），你的改动没有保存；刷新看看对方改了什么，再改一次',
      en: '{who} changed this dashboard meanwhile (version {version} now), so yours was not kept; reload, look, and change it again',
    },
  },
  dashboardIsArchived: {
    status: 409,
    message: { zh: '这个看板已归档，先恢复再改', en: 'This dashboard is archived; bring it back first' },
  },
  dashboardIsFull: {
    status: 422,
    message: {
      zh: '一个看板最多 {most} 张卡片，先移走几张',
      en: 'A dashboard holds {most} tiles at most; take some off first',
    },
  },
  tooManyDashboards: {
    status: 422,
    message: { zh: '最多 {most} 个看板，先归档不用的', en: 'At most {most} dashboards; archive some first' },
  },
  /** The same for a link that never was, ended or was taken back: nobody learns which. */
  shareNotFound: {
    status: 404,
    message: {
      zh: '这个链接打不开：可能已过期或被收回，向分享的人要一个新的',
      en: 'This link does not open: it may have ended or been taken back; ask for a new one',
    },
  },
  tooManyShares: {
    status: 422,
    message: {
      zh: '一个看板同时最多 {most} 个分享链接，先收回一些',
      en: 'At most {most} links to one dashboard; take some back first',
    },
  },
  annotationNotFound: { status: 404, message: { zh: '没有找到这条标注', en: 'There is no such annotation' } },
  annotationBackwards: {
    status: 422,
    message: { zh: '结束日期要晚于开始日期', en: 'The last day must lie after the first' },
  },
  cutHasSeveral: {
    status: 422,
    message: {
      zh: '这个字段一个人可以有好几个值，分开算会重复；换一个只有一个值的',
      en: 'Members may have several values of this field, so parts would count them twice; choose one with a single value',
    },
  },
  metricNotFound: { status: 404, message: { zh: '没有找到这个指标', en: 'There is no such metric' } },
  metricInvalid: {
    status: 422,
    message: {
      zh: '指标的算法有 {count} 处需要修改',
      en: '{count|One part of the metric needs|{count} parts of the metric need} attention',
    },
  },
  costNotFound: { status: 404, message: { zh: '没有找到这笔投入', en: 'There is no such cost' } },
  costsUnreadable: {
    status: 422,
    message: { zh: '粘贴的内容有 {count} 处要改', en: 'What was pasted needs {count} corrections' },
  },
  channelNotFound: { status: 404, message: { zh: '没有找到这个渠道', en: 'There is no such channel' } },
  channelNameTaken: {
    status: 409,
    message: { zh: '已有渠道叫「{name}」，换个名字吧', en: 'There is a channel named “{name}” already' },
  },
  channelIsRetired: {
    status: 409,
    message: {
      zh: '这个渠道已停用，先恢复再设为阵地',
      en: 'This channel is retired; bring it back before making it a base',
    },
  },
  tooManyChannels: {
    status: 422,
    message: { zh: '最多登记 {most} 个渠道', en: 'At most {most} channels' },
  },
  planNotFound: { status: 404, message: { zh: '没有找到这条计划', en: 'There is no such plan' } },
  planUnreadable: {
    status: 422,
    message: { zh: '粘贴的内容有 {count} 处要改', en: 'What was pasted needs {count} corrections' },
  },
  nothingToCopy: {
    status: 409,
    message: {
      zh: '{month} 没有计划，没有可以复制的',
      en: 'There is no plan for {month} to copy',
    },
  },
  experimentNotFound: { status: 404, message: { zh: '没有找到这个实验', en: 'There is no such experiment' } },
  experimentKeyTaken: {
    status: 409,
    message: { zh: '已有实验用了这个标识，换一个', en: 'Another experiment has this key; choose another' },
  },
  experimentState: {
    status: 409,
    message: {
      zh: '实验现在的状态不能这样做：开始后不能改，停止后才能下结论',
      en: 'Not as the experiment stands now: what runs is not changed, and one decides after stopping',
    },
  },
  experimentArmUnknown: {
    status: 422,
    message: { zh: '这个实验没有这个方案', en: 'The experiment has no such arm' },
  },
  metricNotPerMember: {
    status: 422,
    message: {
      zh: '「{name}」没法按单个成员计算，不能用来比较方案；换成次数、人数、金额或它们的比值',
      en: '“{name}” is not of single members, so arms cannot be compared by it; take a count, a share, a sum or a ratio of those',
    },
  },
  metricNameTaken: {
    status: 409,
    message: { zh: '已有指标叫「{name}」，换个名字吧', en: 'There is a metric named “{name}” already' },
  },
  metricChangedMeanwhile: {
    status: 409,
    message: {
      zh: '有人刚把它改到了第 {version} 版，刷新后再改，免得覆盖对方',
      en: 'Somebody made version {version} meanwhile; reload so that you do not undo it',
    },
  },
  tooManyMetrics: {
    status: 422,
    message: {
      zh: '最多自建 {most} 个指标，先停用一些',
      en: 'At most {most} metrics of your own; put some away first',
    },
  },
  reportNotFound: { status: 404, message: { zh: '没有找到这份报告', en: 'There is no such report' } },
  reportGroupGone: { status: 404, message: { zh: '没有找到这个社群', en: 'There is no such group' } },
  reportTooEarly: {
    status: 422,
    message: {
      zh: '这段时间还没过完，等它结束再生成报告',
      en: 'That time is not over yet; make its report when it is',
    },
  },
  reportWrittenMeanwhile: {
    status: 409,
    message: {
      zh: '有人刚改过小结，你写的还在这里：看过对方的再决定用哪份',
      en: 'Somebody wrote meanwhile; what you wrote is still here: read theirs, then decide',
    },
  },
  reportFailed: {
    status: 503,
    message: { zh: '报告没有做出来：{why}', en: 'The report could not be made: {why}' },
  },
  reportNotReady: {
    status: 409,
    message: {
      zh: '报告还在生成，好了再来',
      en: 'The report is still being made; come back when it is done',
    },
  },
  pdfNotPossible: {
    status: 409,
    message: {
      zh: '服务器上没有 Chromium，生成不了 PDF：安装后用 CHROMIUM_PATH 指给我们，或在浏览器里打印',
      en: 'There is no Chromium on the server, so no PDF: install it and name it in CHROMIUM_PATH, or print from the browser',
    },
  },
  pdfBusy: {
    status: 503,
    message: { zh: '正在生成别的 PDF，过一会儿再试', en: 'Other PDFs are being made; try again in a moment' },
  },
  pdfFailed: {
    status: 503,
    message: {
      zh: 'PDF 没有生成出来，再试一次；还不行就在浏览器里打印',
      en: 'The PDF could not be made; try again, or print from the browser',
    },
  },
  readerMayNot: {
    status: 422,
    message: {
      zh: '有收件人看不了数据，或已不在团队',
      en: 'One of the readers may not see figures, or is on the team no more',
    },
  },
  subscriptionNotFound: {
    status: 404,
    message: { zh: '没有找到这个订阅', en: 'There is no such subscription' },
  },
  tooManySubscriptions: {
    status: 422,
    message: {
      zh: '最多 {most} 个订阅，先删掉不用的',
      en: 'At most {most} subscriptions; remove some first',
    },
  },
  nobodyToSendTo: {
    status: 422,
    message: { zh: '至少选一位收件人或一个群机器人', en: 'Choose at least one reader or one robot' },
  },
  robotNotFound: { status: 404, message: { zh: '没有找到这个群机器人', en: 'There is no such robot' } },
  chatsNeedAPerson: {
    status: 422,
    message: {
      zh: '用 API 密钥建的订阅不能发到群里：群里看到的以建订阅的人的权限为准，请用自己的账号建',
      en: 'A subscription made by an API key cannot go to chats, which see it in the eyes of who made it; subscribe as yourself',
    },
  },
  tooManyRobots: {
    status: 422,
    message: { zh: '最多 {most} 个群机器人', en: 'At most {most} robots' },
  },
  letterLinkInvalid: {
    status: 404,
    message: { zh: '这个退订链接不对，或已失效', en: 'This link is not right, or no longer valid' },
  },
  thingNotSendable: {
    status: 404,
    message: { zh: '没有找到要订阅的内容', en: 'There is no such thing to subscribe to' },
  },
  improvementNotFound: {
    status: 404,
    message: { zh: '没有找到这项改进', en: 'There is no such improvement' },
  },
  improvementIsDecided: {
    status: 409,
    message: {
      zh: '这项改进已有结论，不能再改；要接着做就从它调整出下一轮',
      en: 'This improvement has been decided and is changed no more; go on in a next round',
    },
  },
  improvementIsRunning: {
    status: 409,
    message: {
      zh: '已经开始了，怎么判断不能再改：否则谁都能挑一个好看的数',
      en: 'It has started: how it is judged stays, or anybody could choose the figure that looks best',
    },
  },
  improvementNotStarted: {
    status: 409,
    message: {
      zh: '还没开始，谈不上保留或调整；不做了就放弃',
      en: 'It has not started, so there is nothing to keep or adjust; drop it if it is not to be done',
    },
  },
  improvementStart: {
    status: 422,
    message: {
      zh: '开始的日子不能晚于今天，也不能早于一年前',
      en: 'It cannot have started later than today, nor more than a year ago',
    },
  },
  improvementGroupGone: {
    status: 422,
    message: { zh: '这个社群不在了或已归档', en: 'The group is gone or was archived' },
  },
  tooManyImprovements: {
    status: 422,
    message: {
      zh: '同时最多 {most} 项未定的改进，先定下一些',
      en: 'At most {most} improvements at a time; decide some first',
    },
  },
})
