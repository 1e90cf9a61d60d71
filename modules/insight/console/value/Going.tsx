import { useQuery } from '@tanstack/react-query'
import { Card } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useMoney } from './useMoney.ts'
import { goingQuery, standingQuery } from './value.queries.ts'
import { valueWords as words } from './value.words.ts'

/** Whom it would be a pity to lose: the one list on this screen that asks for something to be done. */
export function Going() {
  const may = useMay()
  const standing = useQuery(standingQuery)
  if (!may('audience.read') || !standing.data) return null
  return <List going={standing.data.going} />
}

function List({ going }: { going: { readonly members: number; readonly atStake: number } }) {
  const t = useT()
  const format = useFormat()
  const money = useMoney()
  const { data, error, refetch } = useQuery(goingQuery)
  if (going.members === 0)
    return (
      <Card>
        <Empty icon="check" title={t(words.goingNone)} hint={t(words.goingNoneHint)} />
      </Card>
    )
  return (
    <Card
      flush
      title={t(words.goingTitle, { count: format.number(going.members), money: money(going.atStake) })}
      note={t(words.goingNote)}
      extra={
        <PeopleDoor
          analysis="value-standing"
          question={{}}
          cell={{ going: true }}
          title={t(words.goingName)}
          count={going.members}
        >
          {t(words.goingAll, { count: format.number(going.members) })}
        </PeopleDoor>
      }
    >
      {error && <Failed error={error} retry={() => refetch()} />}
      {!data && !error && <SkeletonRows rows={4} />}
      {data && (
        <div className="value-scroll">
          <table className="value-going">
            <thead>
              <tr>
                <th scope="col">{t(words.customer)}</th>
                <th scope="col" className="num">
                  {t(words.chance)}
                </th>
                <th scope="col" className="num">
                  {t(words.stake)}
                </th>
                <th scope="col" className="num">
                  {t(words.spread)}
                </th>
                <th scope="col" className="num">
                  {t(words.bought)}
                </th>
                <th scope="col" className="num">
                  {t(words.since)}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ member, alive, atStake, low, high, purchases, daysSince }) => (
                <tr key={member.id}>
                  <th scope="row">
                    <Person
                      id={member.id}
                      memberId={member.id}
                      name={member.nickname}
                      url={member.avatarUrl}
                      note={member.city}
                    />
                  </th>
                  <td className="num">{format.percent(Math.round(alive * 100) / 100)}</td>
                  <td className="num">
                    <b>{money(atStake)}</b>
                  </td>
                  <td className="num muted">
                    {money(low)}–{money(high)}
                  </td>
                  <td className="num">{t(words.times, { count: purchases })}</td>
                  <td className="num">{t(words.days, { count: daysSince })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}
