import { Card } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { type Props, useMoney } from './figures.ts'
import { words } from './purchases.words.ts'

/** The whole period in four figures. */
export function Totals({ question, answer }: Props) {
  const t = useT()
  const format = useFormat()
  const money = useMoney(answer)
  const { total } = answer
  const cards = [
    { title: words.rate, note: words.rateNote, part: total, who: ['buyers', 'again'] },
    { title: words.fresh, note: words.freshNote, part: total.fresh, who: ['fresh', 'freshAgain'] },
    { title: words.known, note: words.knownNote, part: total.known, who: ['known', 'knownAgain'] },
  ] as const
  return (
    <>
      <div className="buy-totals">
        {cards.map(({ title, note, part, who: [all, again] }) => {
          const behind = (who: string, what: string) => ({
            analysis: 'repurchase',
            question,
            cell: { of: 'total', who },
            title: t(words.behind, { period: t(title), what }),
          })
          return (
            <Card key={all} title={t(title)} note={t(note)}>
              <p className="buy-number">{part.rate === null ? '—' : format.percent(part.rate)}</p>
              <p className="muted small">
                <PeopleDoor {...behind(again, t(words.again))} count={part.again} /> /{' '}
                <PeopleDoor {...behind(all, t(words.buyers))} count={part.buyers} /> {t(words.buyers)}
              </p>
            </Card>
          )
        })}
        <Card title={t(words.amount)} note={`${t(words.orders)} ${format.number(total.orders)}`}>
          <p className="buy-number">{money(total.amount)}</p>
          <p className="muted small">
            {t(words.perOrder)} {money(total.perOrder)} · {t(words.refunded)} {money(total.refunded)}
          </p>
        </Card>
      </div>
      {answer.currencies.length > 1 && (
        <p className="muted small" role="note">
          {t(words.mixed, { list: answer.currencies.join('、') })}
        </p>
      )}
    </>
  )
}
