import { defineProblems } from '#base/http/problem.ts'

export const engageProblems = defineProblems({
  noticeNotFound: { status: 404, message: { zh: '没有找到这条通知', en: 'There is no such notice' } },
  kindUnknown: { status: 404, message: { zh: '没有这种通知', en: 'There are no notices of this kind' } },
  kindAlways: {
    status: 409,
    message: {
      zh: '这类通知关系到你的账号和内容，站内会一直保留',
      en: 'These are about your account and your words: they always stay in the inbox',
    },
  },
  pushAddressRefused: {
    status: 422,
    message: {
      zh: '这个浏览器的推送服务不可用，请换一个浏览器',
      en: 'The push service of this browser cannot be used; try another browser',
    },
  },
  tooManyDevices: {
    status: 409,
    message: {
      zh: '最多在 {most} 个浏览器上接收推送，请先在别的设备上关闭',
      en: 'At most {most} browsers can be woken; turn one of them off first',
    },
  },
  linkInvalid: {
    status: 404,
    message: {
      zh: '退订链接不完整，请从邮件里重新打开',
      en: 'The link is not complete; open it from the mail again',
    },
  },
})
