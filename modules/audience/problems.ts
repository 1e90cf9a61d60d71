import { defineProblems } from '#base/http/problem.ts'

export const audienceProblems = defineProblems({
  conditionInvalid: {
    status: 422,
    message: {
      zh: '条件里有 {count} 处需要修改',
      en: '{count|One part of the condition needs|{count} parts of the condition need} attention',
    },
  },
  segmentNotFound: { status: 404, message: { zh: '没有找到这个分群', en: 'There is no such segment' } },
  segmentNameTaken: {
    status: 409,
    message: { zh: '已有分群叫「{name}」，换个名字吧', en: 'There is a segment named “{name}” already' },
  },
  segmentInUse: {
    status: 409,
    message: {
      zh: '还有 {count} 处在用这个分群（{names}），先改掉它们再删除',
      en: '{count|One place uses|{count} places use} this segment ({names}); change {count|it|them} first',
    },
  },
  segmentChangedMeanwhile: {
    status: 409,
    message: {
      zh: '有人刚把它改到了第 {version} 版，刷新后再改，免得覆盖对方',
      en: 'Somebody made version {version} meanwhile; reload so that you do not undo it',
    },
  },
  segmentIsDynamic: {
    status: 409,
    message: {
      zh: '动态分群的成员由条件决定，不能手动增减',
      en: 'Who is in a dynamic segment follows from its conditions',
    },
  },
  segmentIsStatic: {
    status: 409,
    message: {
      zh: '静态分群是一份固定名单，没有可更新的条件',
      en: 'A static segment is a fixed list; it has no conditions to change',
    },
  },
  segmentVersionNotFound: { status: 404, message: { zh: '没有这个版本', en: 'There is no such version' } },
  tooManySegments: {
    status: 422,
    message: { zh: '最多 {limit} 个分群，先删掉不用的', en: 'At most {limit} segments; remove some first' },
  },
  tagRuleNotFound: { status: 404, message: { zh: '没有找到这条标签规则', en: 'There is no such tag rule' } },
  tagRuleExists: {
    status: 409,
    message: {
      zh: '标签「{name}」已有规则，直接改那一条就好',
      en: 'The tag “{name}” has a rule already; change that one',
    },
  },
  tooManyTagRules: {
    status: 422,
    message: {
      zh: '最多 {limit} 条标签规则，先删掉不用的',
      en: 'At most {limit} tag rules; remove some first',
    },
  },
  segmentCircle: {
    status: 422,
    message: {
      zh: '分群「{name}」会绕回自己，不能引用',
      en: 'The segment “{name}” would end up asking itself',
    },
  },
  personaNotFound: { status: 404, message: { zh: '没有找到这个画像', en: 'There is no such persona' } },
  personaNameTaken: {
    status: 409,
    message: { zh: '已有画像叫「{name}」，换个名字吧', en: 'There is a persona named “{name}” already' },
  },
  tooManyPersonas: {
    status: 422,
    message: {
      zh: '最多 {limit} 个画像：再多就没人记得住了',
      en: 'At most {limit} personas: nobody remembers more',
    },
  },
  studyNotFound: { status: 404, message: { zh: '没有找到这个访谈', en: 'There is no such study' } },
  studyClosed: {
    status: 409,
    message: {
      zh: '这个访谈已经结束，重新打开后再改',
      en: 'This study is closed; open it again to change it',
    },
  },
  studyHasInterviews: {
    status: 409,
    message: {
      zh: '已经有人接受过访谈，只能结束，不能删除',
      en: 'People were interviewed; close it instead',
    },
  },
  interviewNotFound: { status: 404, message: { zh: '没有找到这次访谈', en: 'There is no such interview' } },
  interviewWasHeld: {
    status: 409,
    message: { zh: '访谈已经完成，不能移出样本', en: 'It was held; it stays in the sample' },
  },
  interviewerUnknown: {
    status: 422,
    message: {
      zh: '访谈人不在运营团队里，请重新选择',
      en: 'The interviewer is not on the team; choose another',
    },
  },
  painPointNotFound: { status: 404, message: { zh: '没有找到这个痛点', en: 'There is no such pain point' } },
})
