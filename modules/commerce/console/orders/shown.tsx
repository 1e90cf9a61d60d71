/** Orders as every screen shows them: what was in one, and its status. */
import { Tag, type Tone } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { statusWords } from '../../orders/status.messages.ts'
import type { Order } from './orders.queries.ts'
import { words } from './orders.words.ts'

const tones: Readonly<Record<Order['status'], Tone>> = {
  placed: 'plain',
  paid: 'pine',
  shipped: 'sky',
  completed: 'pine',
  partly_refunded: 'wheat',
  refunded: 'bad',
  cancelled: 'plain',
}

export function Status({ status }: { status: Order['status'] }) {
  const t = useT()
  return <Tag tone={tones[status]}>{t(statusWords[status])}</Tag>
}

/** 耶加雪菲 227g 等 3 种. */
export function useContent(): (order: Pick<Order, 'names' | 'lines' | 'itemCount'>) => string {
  const t = useT()
  return ({ names, lines, itemCount }) => {
    const [first] = names
    if (first === undefined) return itemCount > 0 ? t(words.things, { count: itemCount }) : ''
    return lines > 1 ? t(words.more, { first, count: lines }) : first
  }
}
