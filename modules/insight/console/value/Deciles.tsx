import { useQuery } from '@tanstack/react-query'
import { Card } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Awaiting } from '../frame/Awaiting.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useMoney } from './useMoney.ts'
import { type Standing, standingQuery } from './value.queries.ts'
import { valueWords as words } from './value.words.ts'

/** Tenths of the buyers by what they may spend, and how much of the year each brings. */
export function Deciles() {
  const { refetch, ...asked } = useQuery(standingQuery)
  return (
    <Awaiting asked={{ ...asked, retry: () => refetch() }} rows={6}>
      {({ deciles }) => <Tenths deciles={deciles} />}
    </Awaiting>
  )
}

function Tenths({ deciles }: Pick<Standing, 'deciles'>) {
  const t = useT()
  const format = useFormat()
  const money = useMoney()
  const all = deciles.reduce((sum, { revenue }) => sum + revenue, 0)
  const shareOf = (revenue: number) => (all > 0 ? revenue / all : 0)
  const percent = (share: number) => format.percent(Math.round(share * 1000) / 1000)
  const most = Math.max(...deciles.map(({ revenue }) => shareOf(revenue)), 0.01)
  return (
    <Card
      title={t(words.decilesTitle, { share: percent(shareOf(deciles[0]?.revenue ?? 0)) })}
      note={t(words.decilesNote)}
    >
      <ol className="value-deciles">
        {deciles.map(({ decile, members, revenue, least }) => (
          <li key={decile}>
            <span className="muted small">{t(words.decile, { n: decile })}</span>
            <span className="value-bar" aria-hidden="true">
              <i style={{ width: `${(shareOf(revenue) / most) * 100}%` }} />
            </span>
            <span className="num">{percent(shareOf(revenue))}</span>
            <span className="num">
              <PeopleDoor
                analysis="value-standing"
                question={{}}
                cell={{ decile }}
                title={t(words.decile, { n: decile })}
                count={members}
              />
            </span>
            <span className="num muted small">≥ {money(least)}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
