import { useMemo } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Awaiting } from '../frame/Awaiting.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import type { ProductAnswer, PurchasesQuestion } from './answer.ts'
import { words } from './purchases.words.ts'

const least = 5

/** What is bought again, and what together. */
export function Products({ question: { range, scope } }: { question: PurchasesQuestion }) {
  const question = useMemo(() => ({ range, scope: scope ?? {}, least }), [range, scope])
  const asked = useAnswer<ProductAnswer>('purchase-products', question)
  return (
    <Awaiting asked={asked}>
      {({ answer }) => (
        <div className="buy-pair">
          <Again question={question} answer={answer} />
          <Pairs question={question} answer={answer} />
        </div>
      )}
    </Awaiting>
  )
}

interface Props {
  readonly question: object
  readonly answer: ProductAnswer
}

function Again({ question, answer: { products } }: Props) {
  const t = useT()
  const format = useFormat()
  const [first] = products
  const behind = (sku: string, who: 'buyers' | 'again', name: string) => ({
    analysis: 'purchase-products',
    question,
    cell: { of: 'product', sku, who },
    title: t(words.behind, { period: name, what: t(who === 'again' ? words.again : words.buyers) }),
  })
  return (
    <Card
      title={
        first
          ? t(words.productsTitle, { name: first.name ?? first.sku, rate: format.percent(first.rate) })
          : t(words.productsNone, { least })
      }
      note={t(words.productsNote, { least })}
    >
      <div className="buy-scroll">
        <table className="buy-table">
          <thead>
            <tr className="muted small">
              <th>{t(words.product)}</th>
              <th>{t(words.buyers)}</th>
              <th>{t(words.again)}</th>
              <th>{t(words.rate)}</th>
            </tr>
          </thead>
          <tbody>
            {products.slice(0, 12).map(({ sku, name, buyers, again, rate }) => (
              <tr key={sku}>
                <td>{name ?? sku}</td>
                <td>
                  <PeopleDoor {...behind(sku, 'buyers', name ?? sku)} count={buyers} />
                </td>
                <td>
                  <PeopleDoor {...behind(sku, 'again', name ?? sku)} count={again} />
                </td>
                <td>{format.percent(rate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function Pairs({ question, answer: { pairs, orders } }: Props) {
  const t = useT()
  const format = useFormat()
  const strongest = pairs.toSorted((one, other) => other.lift - one.lift)
  const [first] = strongest
  const name = (sku: string, known: string | null) => known ?? sku
  const times = (lift: number) => format.number(Math.round(lift * 10) / 10)
  return (
    <Card
      title={
        first
          ? t(words.pairsTitle, {
              one: name(first.one, first.oneName),
              other: name(first.other, first.otherName),
              lift: times(first.lift),
            })
          : t(words.pairsNone, { least })
      }
      note={t(words.pairsNote, { least, orders: format.number(orders) })}
    >
      <div className="buy-scroll">
        <table className="buy-table">
          <thead>
            <tr className="muted small">
              <th>{t(words.pair)}</th>
              <th>{t(words.members)}</th>
              <th>{t(words.support)}</th>
              <th>{t(words.confidence)}</th>
              <th>{t(words.lift)}</th>
            </tr>
          </thead>
          <tbody>
            {strongest.slice(0, 12).map((pair) => {
              const said = t(words.follows, {
                one: name(pair.one, pair.oneName),
                other: name(pair.other, pair.otherName),
              })
              return (
                <tr key={`${pair.one} ${pair.other}`}>
                  <td>{said}</td>
                  <td>
                    <PeopleDoor
                      analysis="purchase-products"
                      question={question}
                      cell={{ of: 'pair', one: pair.one, other: pair.other }}
                      title={said}
                      count={pair.members}
                    />
                  </td>
                  <td>{format.percent(pair.support)}</td>
                  <td>{format.percent(pair.confidence)}</td>
                  <td>{times(pair.lift)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
