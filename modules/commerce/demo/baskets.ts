/**
 * What was in a simulated order of so many things and such an amount: the same each time. Everybody has a bean of his
 * own that he comes back to; who buys beans for a dripper takes paper along more often than others.
 */
import { createHash } from 'node:crypto'
import { type Good, goods } from './goods.ts'

export interface Line extends Good {
  readonly quantity: number
  readonly totalMinor: number
}

const beans = goods.filter(({ kind }) => kind === 'bean')
const others = goods.filter(({ kind }) => kind !== 'bean')
const paper = goods.find(({ sku }) => sku === 'SQ-LZ-100')!

/** Lines that add up to the amount. `things`: how many different goods, from 1 to 3. */
export function basketOf(memberId: string, number: number, things: number, amount: number): readonly Line[] {
  const draw = drawn(`${memberId}:${number}`)
  const own = beans[drawn(memberId)(beans.length)]!
  const chosen = new Set<Good>([draw(10) < 6 ? own : goods[draw(goods.length)]!])
  if (things > 1)
    chosen.add([...chosen][0]!.kind === 'bean' && draw(10) < 5 ? paper : others[draw(others.length)]!)
  while (chosen.size < things) chosen.add(goods[draw(goods.length)]!)
  const list = [...chosen]
  const worth = list.reduce((sum, { priceMinor }) => sum + priceMinor, 0)
  let left = amount
  return list.map((good, at) => {
    const share = at === list.length - 1 ? left : Math.floor((amount * good.priceMinor) / worth)
    left -= share
    return {
      ...good,
      quantity: Math.max(1, Math.min(3, Math.round(share / good.priceMinor))),
      totalMinor: share,
    }
  })
}

/** Numbers below something, drawn from a text. */
function drawn(text: string): (below: number) => number {
  const bytes = createHash('sha256').update(text).digest()
  let at = 0
  return (below) => bytes.readUInt16BE((at++ * 2) % 30) % below
}
