import { defineProblems } from '#base/http/problem.ts'

export const memberProblems = defineProblems({
  memberNotFound: {
    status: 404,
    message: { zh: '没有找到这位成员', en: 'There is no such member' },
  },
  tooManyMembers: {
    status: 422,
    message: {
      zh: '一次最多处理 {limit} 位成员，当前筛选命中 {count} 位',
      en: 'At most {limit} members at once; this filter has {count}',
    },
  },
  viewNameTaken: {
    status: 409,
    message: { zh: '已有同名视图「{name}」', en: 'You already have a view named “{name}”' },
  },
  viewNotFound: { status: 404, message: { zh: '没有这个视图', en: 'There is no such view' } },
  tooManyViews: {
    status: 422,
    message: { zh: '每个列表最多保存 {limit} 个视图', en: 'A list keeps at most {limit} views' },
  },
  careNotFound: {
    status: 404,
    message: { zh: '这份关怀已经结束或不存在', en: 'This care has ended or never was' },
  },
  ownerUnknown: {
    status: 422,
    message: { zh: '负责人不在运营团队里，请重新选择', en: 'The owner is not on the team; choose another' },
  },
  occasionNotFound: { status: 404, message: { zh: '没有这个日子', en: 'There is no such occasion' } },
  tooManyOccasions: {
    status: 422,
    message: { zh: '最多保存 {limit} 个自有日子', en: 'At most {limit} days of your own' },
  },
  fieldNotFound: { status: 404, message: { zh: '没有这个字段', en: 'There is no such field' } },
  fieldKeyTaken: {
    status: 409,
    message: {
      zh: '标识「{key}」已被使用，归档的字段也算',
      en: 'The key “{key}” is taken, perhaps by an archived field',
    },
  },
  tooManyFields: {
    status: 422,
    message: { zh: '最多 {limit} 个字段，请先归档不用的', en: 'At most {limit} fields; archive some first' },
  },
  fieldFilled: {
    status: 409,
    message: {
      zh: '已有成员填写，不能再改「敏感」；请新建一个字段',
      en: 'Members have filled it in: whether it is sensitive can no longer change; add another field',
    },
  },
  fieldNeedsOptions: {
    status: 422,
    message: { zh: '选择类字段至少要有一个选项', en: 'A choice needs options' },
  },
  fieldOptionsTwice: { status: 422, message: { zh: '选项不能重复', en: 'Options must differ' } },
  fieldNeedsPurpose: {
    status: 422,
    message: {
      zh: '敏感信息必须写明用途，成员会看到',
      en: 'Sensitive data needs a purpose, in words that the member reads',
    },
  },
  fieldNotNecessary: {
    status: 422,
    message: {
      zh: '非必要信息不能要求成员必填；请取消必填，或说明它是提供服务所必需的',
      en: 'Members cannot be required to give what is not necessary; make it optional, or mark it necessary',
    },
  },
  fieldRefused: {
    status: 422,
    message: { zh: '有 {count} 个字段填写不正确', en: '{count|One field is|{count} fields are} not right' },
  },
  fieldNotYours: {
    status: 403,
    message: { zh: '你不能修改「{label}」', en: 'You may not change “{label}”' },
  },
  sensitiveNeedsConsent: {
    status: 409,
    message: {
      zh: '「{label}」是敏感个人信息，需要成员本人单独同意后才能保存',
      en: '“{label}” is sensitive: it can be kept only after the member’s separate consent',
    },
  },
  contactInvalid: {
    status: 422,
    message: { zh: '这个联系方式格式不正确', en: 'This contact point is not in a form that we know' },
  },
  contactTaken: {
    status: 409,
    message: {
      zh: '该联系方式已属于成员「{name}」，可以合并两份档案',
      en: 'This contact point belongs to {name}; the two profiles can be merged',
    },
  },
  contactNotFound: { status: 404, message: { zh: '没有这条联系方式', en: 'There is no such contact point' } },
  tooManyContacts: {
    status: 422,
    message: { zh: '每位成员最多 {limit} 条联系方式', en: 'A member has at most {limit} contact points' },
  },
  noteNotFound: { status: 404, message: { zh: '没有这条备注', en: 'There is no such note' } },
  noteNotYours: {
    status: 403,
    message: { zh: '只能修改自己写的备注', en: 'You may change only your own notes' },
  },
  ownerNotOperator: {
    status: 422,
    message: { zh: '负责人必须是运营团队的成员', en: 'The owner must be somebody of the team' },
  },
  tagGroupNotFound: { status: 404, message: { zh: '没有这个标签组', en: 'There is no such tag group' } },
  tagGroupNameTaken: {
    status: 409,
    message: { zh: '已有标签组「{name}」', en: 'There is a tag group “{name}” already' },
  },
  tagNotFound: { status: 404, message: { zh: '没有这个标签', en: 'There is no such tag' } },
  filterUnknown: {
    status: 422,
    message: { zh: '筛选条件「{what}」无法识别', en: 'The filter “{what}” is not known' },
  },
  exportNotFull: {
    status: 403,
    message: {
      zh: '你没有查看联系方式或敏感字段原文的权限，请改为导出掩码',
      en: 'You may not see contact points or sensitive fields in full; export them masked',
    },
  },
  importUnreadable: {
    status: 422,
    message: {
      zh: '这份文件读不出名单：请用 Excel 或 CSV，第一行写列名，下面每行一位成员',
      en: 'No list can be read from this file: use Excel or CSV, with a heading and one member to a row',
    },
  },
  importColumnsWrong: {
    status: 422,
    message: {
      zh: '列的对应关系不完整：至少要有昵称、群名片或一种联系方式，且同一项只能对应一列',
      en: 'The columns are not complete: at least a nickname, a group card or a way to recognise people is needed, each once',
    },
  },
  importFieldUnfit: {
    status: 422,
    message: {
      zh: '「{label}」不能从名单导入：敏感信息需要本人同意，或你没有修改它的权限',
      en: '“{label}” cannot come from a list: it is sensitive and needs the member’s consent, or you may not change it',
    },
  },
  mergeSame: {
    status: 422,
    message: { zh: '请选择两位不同的成员', en: 'Choose two different members' },
  },
  mergeGone: {
    status: 409,
    message: {
      zh: '「{name}」已经并入另一份档案，请刷新后再看',
      en: '{name} has been merged into another profile already; look again',
    },
  },
  mergeOfTeam: {
    status: 403,
    message: {
      zh: '运营人员自己的成员档案不能参与合并',
      en: 'A profile of somebody on the team cannot be merged',
    },
  },
  mergeSealed: {
    status: 403,
    message: {
      zh: '合并后账号的主人会看到另一份档案里的加密信息，需要有查看原文权限的同事来合并',
      en: 'The owner of the account would come to see sealed data of the other profile; somebody who may see it in full has to merge them',
    },
  },
  mergeNotFound: { status: 404, message: { zh: '没有这次合并', en: 'There is no such merge' } },
  mergeUndone: { status: 409, message: { zh: '这次合并已经撤销', en: 'This merge has been undone already' } },
  mergeUndoLate: {
    status: 409,
    message: { zh: '合并 30 天后不能再撤销', en: 'A merge can be undone within thirty days' },
  },
  mergeUndoLaterFirst: {
    status: 409,
    message: {
      zh: '「{name}」之后又并入了别的档案，请先撤销后一次合并',
      en: '{name} was merged into another profile afterwards; undo that merge first',
    },
  },
  copyMaking: { status: 409, message: { zh: '副本正在准备中', en: 'A copy is being made already' } },
})
