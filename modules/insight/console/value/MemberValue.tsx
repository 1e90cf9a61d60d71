import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { useMoney } from './useMoney.ts'
import { memberValueQuery } from './value.queries.ts'
import { valueWords as words } from './value.words.ts'
import './member-value.css'

/** On the page of a member: whether he is still a customer, and what a year with him may bring, with intervals. */
export default function MemberValue({ memberId }: { memberId: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(memberValueQuery(memberId))
  return (
    <Card title={t(words.panel)}>
      {error && <Failed error={error} retry={() => refetch()} />}
      {!error && !data && <SkeletonRows rows={3} height={28} />}
      {data && !data.worth && (
        <p className="muted small">{t(data.asOf ? words.panelNever : words.panelUnknown)}</p>
      )}
      {data?.worth && data.asOf && <Worth worth={data.worth} asOf={data.asOf} />}
    </Card>
  )
}

type Worth = NonNullable<
  Awaited<ReturnType<NonNullable<ReturnType<typeof memberValueQuery>['queryFn']>>>['worth']
>

function Worth({ worth, asOf }: { worth: Worth; asOf: string }) {
  const t = useT()
  const format = useFormat()
  const money = useMoney()
  const may = useMay()
  const { alive, bought, purchases, purchasesSpread, revenue, revenueSpread, atStake, decile } = worth
  const share = format.percent(Math.round(alive * 100) / 100)
  const standing =
    bought === 1 ? words.once : alive >= 0.5 ? words.likely : alive >= 0.2 ? words.unsure : words.lost
  const standsAt =
    decile <= 5
      ? t(words.inTop, { share: format.percent(decile / 10) })
      : t(words.inLow, { share: format.percent((11 - decile) / 10) })
  const between = (low: string, high: string) => t(words.spreadOf, { low, high })
  return (
    <>
      <p className="worth-alive">
        <b>{t(standing)}</b>
        <span className="worth-bar" data-low={alive < 0.5 || undefined} aria-hidden="true">
          <i style={{ width: `${alive * 100}%` }} />
        </span>
        <span className="muted small">{t(words.chanceIs, { share })}</span>
      </p>
      <dl className="worth-year">
        <div>
          <dt>{t(words.yearPurchases)}</dt>
          <dd>{t(words.times, { count: format.number(Math.round(purchases * 10) / 10) })}</dd>
          <dd className="muted caption">
            {between(format.number(purchasesSpread.low), format.number(purchasesSpread.high))}
          </dd>
        </div>
        <div>
          <dt>{t(words.yearRevenue)}</dt>
          <dd>{money(revenue)}</dd>
          <dd className="muted caption">{between(money(revenueSpread.low), money(revenueSpread.high))}</dd>
        </div>
      </dl>
      <p className="small">{t(words.boughtSince, { count: bought, days: worth.daysSince })}</p>
      {alive < 0.5 && atStake > 0 && (
        <p className="small worth-stake">{t(words.atStakeOf, { money: money(atStake) })}</p>
      )}
      {may('insight.read') ? (
        <Link to="/insight/value" className="small door">
          {standsAt}
        </Link>
      ) : (
        <span className="small">{standsAt}</span>
      )}
      <p className="muted caption worth-note">
        {t(words.panelNote, { day: format.date(`${asOf}T12:00:00Z`) })}
      </p>
    </>
  )
}
