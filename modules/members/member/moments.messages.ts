import { defineMessages, type Message } from '#base/i18n/messages.ts'

const sentences = defineMessages({
  joined: { zh: '加入了社区', en: 'Joined the community' },
  profileChanged: { zh: '修改了资料', en: 'Changed the profile' },
  recognised: { zh: '在一台新设备上来过', en: 'Came by on another device' },
  pageViewed: { zh: '看了「{page}」', en: 'Looked at “{page}”' },
  pageViewedUnnamed: { zh: '浏览了一个页面', en: 'Looked at a page' },
  lingered: { zh: '在这里待了一会儿', en: 'Spent some time here' },
  appUsed: { zh: '用了一会儿产品', en: 'Used the product' },
  ordered: { zh: '下了一单', en: 'Placed an order' },
  paid: { zh: '完成了一笔付款', en: 'Paid for an order' },
  other: { zh: '留下一条记录：{name}', en: 'A record: {name}' },
})

const known: Record<string, Message> = {
  'member.joined': sentences.joined,
  'member.profile_changed': sentences.profileChanged,
  'visitor.identified': sentences.recognised,
  app_used: sentences.appUsed,
  online_time: sentences.lingered,
  order_placed: sentences.ordered,
  order_paid: sentences.paid,
}

/** The sentence for one line of the trail, and what goes into it. */
export function sayMoment(moment: { name: string; props: Record<string, unknown> }): {
  readonly message: Message
  readonly values: Record<string, string>
} {
  if (moment.name === 'page_view') {
    const page = moment.props.title ?? moment.props.path
    return typeof page === 'string' && page
      ? { message: sentences.pageViewed, values: { page } }
      : { message: sentences.pageViewedUnnamed, values: {} }
  }
  const message = known[moment.name]
  return message ? { message, values: {} } : { message: sentences.other, values: { name: moment.name } }
}
