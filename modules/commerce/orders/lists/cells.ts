/** Cells of a list as amounts, moments and statuses: as shops and spreadsheets write them. */
import { foldText } from '#base/text/normalise.ts'
import { instantOf } from '#base/time/calendar.ts'
import { mostMinor, type SaidStatus } from '../order.ts'

/** ¥1,280.50, 1280.5 元, 1280: minor units, exactly; undefined for what is no amount or has parts of a cent. */
export function readAmount(cell: string, decimals: number): number | undefined {
  const plain = /^[\d.]*$/.test(cell) ? cell : cell.normalize('NFKC').replace(/[\s,¥$€£元]|CNY|RMB|USD/gi, '')
  const match = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(plain)
  if (!match) return undefined
  const [, whole, part = ''] = match
  if (/[1-9]/.test(part.slice(decimals))) return undefined
  const minor = Number(whole + part.slice(0, decimals).padEnd(decimals, '0'))
  return minor <= mostMinor ? minor : undefined
}

/**
 * Reads moments in a zone: 2026-11-22 10:05:03, 2026/11/22 10:05, a day alone, or ISO 8601 with an offset.
 * Milliseconds; undefined for what is none. Remembers the offset of each hour, because a list names few of them.
 */
export function momentReader(zone: string): (cell: string) => number | undefined {
  const hours = new Map<string, number>()
  return (cell) => {
    const text = cell.trim()
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
      const at = Date.parse(text)
      return Number.isNaN(at) ? undefined : at
    }
    const match =
      /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?)?$/.exec(
        text,
      )
    if (!match) return undefined
    const [year, month, day, hour = 0, minute = 0, second = 0] = match
      .slice(1)
      .map((part) => (part === undefined ? undefined : Number(part))) as [
      number,
      number,
      number,
      number?,
      number?,
      number?,
    ]
    if (hour > 23 || minute > 59 || second > 59) return undefined
    const key = `${year}-${month}-${day}-${hour}`
    let start = hours.get(key)
    if (start === undefined) {
      const date = new Date(Date.UTC(year, month - 1, day))
      if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
      start = instantOf(
        date.toISOString().slice(0, 10),
        `${String(hour).padStart(2, '0')}:00`,
        zone,
      ).getTime()
      if (hours.size > 50_000) hours.clear()
      hours.set(key, start)
    }
    return start + (minute * 60 + second) * 1000
  }
}

const words: Readonly<Record<SaidStatus | 'refunded' | 'partly', readonly string[]>> = {
  placed: [
    '待付款',
    '待支付',
    '未付款',
    '未支付',
    '等待买家付款',
    '已下单',
    'placed',
    'pending',
    'unpaid',
    'open',
  ],
  paid: ['已付款', '已支付', '待发货', '付款成功', '支付成功', '买家已付款', '备货中', 'paid', 'processing'],
  shipped: ['已发货', '待收货', '卖家已发货', '配送中', '部分发货', 'shipped', 'in transit', 'fulfilled'],
  completed: [
    '已完成',
    '交易成功',
    '交易完成',
    '已签收',
    '已收货',
    '完成',
    '成功',
    'completed',
    'delivered',
    'done',
  ],
  cancelled: ['已取消', '已关闭', '交易关闭', '取消', '关闭', 'cancelled', 'canceled', 'closed', 'voided'],
  refunded: ['已退款', '退款成功', '全额退款', '退款完成', 'refunded'],
  partly: ['部分退款', '部分退款成功', 'partially refunded', 'partly refunded', 'partly_refunded'],
}
const byWord = new Map(
  Object.entries(words).flatMap(([status, list]) =>
    list.map((word) => [foldText(word), status as keyof typeof words] as const),
  ),
)

/** What a shop calls the status; undefined for words that nobody told us. */
export const readStatus = (cell: string): keyof typeof words | undefined =>
  byWord.get(cell) ?? byWord.get(foldText(cell))
