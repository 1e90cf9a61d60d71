import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { Fragment, useState } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { moveSums, places, tiers, worth } from './figures.ts'
import type { Behind, Kind, Model, Picture, Place } from './rfm.queries.ts'
import { movementQuery } from './rfm.queries.ts'
import { rfmWords } from './rfm.words.ts'
import { Answers } from './Tiers.tsx'
import './movement.css'

const choices = [7, 30, 90, 180]

interface MovementProps {
  readonly kind: Kind
  readonly model: Model
  readonly picture: Picture
  readonly asOf: string | undefined
  readonly open: (behind: Behind, name: string, members: number) => void
}

/** Who went from which tier to which since then. Every number is a door. */
export function Movement({ kind, model, picture, asOf, open }: MovementProps) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const [days, setDays] = useState(30)
  const end = Date.parse(`${asOf ?? format.dayKey(now())}T12:00:00Z`)
  const from = new Date(end - days * 86_400_000).toISOString().slice(0, 10)
  const query = useQuery(movementQuery(kind, from, asOf))
  const nameOf = (place: Place) => model.tiers.find((tier) => tier.key === place)?.name ?? place
  const sums = query.data && moveSums(query.data)
  const counts = new Map(query.data?.moves.map((move) => [`${move.from} ${move.to}`, move.members]))
  const rows = places.filter((place) => place !== 'none' || (sums?.fresh ?? 0) > 0)
  return (
    <Card
      className="movement-card"
      title={
        sums
          ? t(rfmWords.moveTitle, { from: format.date(`${from}T12:00:00Z`), up: sums.up, down: sums.down })
          : t(rfmWords.since)
      }
      note={t(rfmWords.moveNote)}
      extra={
        <Select
          aria-label={t(rfmWords.since)}
          value={days}
          onChange={setDays}
          options={choices.map((value) => ({ value, label: t(rfmWords.daysAgo, { days: value }) }))}
        />
      }
    >
      {query.error && <Failed error={query.error} retry={() => query.refetch()} />}
      {!query.data && !query.error && <SkeletonRows rows={6} />}
      {query.data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables scroll, also by keyboard
        <section className="movement-scroll" tabIndex={0} aria-label={t(rfmWords.moveNote)}>
          <table className="movement">
            <thead>
              <tr>
                <th scope="col" className="movement-corner">
                  <span>{t(rfmWords.earlier)}</span>
                  <span>{t(rfmWords.now)}</span>
                </th>
                {tiers.map((tier) => (
                  <th key={tier} scope="col">
                    <Answers tier={tier} />
                    <span>{nameOf(tier)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row}>
                  <th scope="row">
                    {row !== 'none' && <Answers tier={row} />}
                    <span>{nameOf(row)}</span>
                  </th>
                  {tiers.map((column) => {
                    const members = counts.get(`${row} ${column}`) ?? 0
                    const kindOf = row === column ? 'stayed' : worth(column) > worth(row) ? 'rose' : 'fell'
                    const strength = sums && sums.most > 0 ? Math.sqrt(members / sums.most) : 0
                    return (
                      <td
                        key={column}
                        data-move={members > 0 ? kindOf : undefined}
                        data-diagonal={row === column || undefined}
                        style={
                          {
                            '--strength': `${8 + Math.round(Math.min(1, strength) * 42)}%`,
                          } as React.CSSProperties
                        }
                      >
                        {members > 0 ? (
                          <button
                            type="button"
                            aria-label={t(rfmWords.move, { from: nameOf(row), to: nameOf(column), members })}
                            onClick={() =>
                              open(
                                { tier: column, before: from, beforeTier: row },
                                `${nameOf(row)} → ${nameOf(column)}`,
                                members,
                              )
                            }
                          >
                            {format.number(members)}
                          </button>
                        ) : (
                          <span aria-hidden="true">·</span>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {sums && sums.fresh > 0 && (
        <p className="small muted movement-foot">
          {t(kind === 'purchase' ? rfmWords.newcomers : rfmWords.newcomersContribution, {
            members: sums.fresh,
          })}
          <Fragment> · </Fragment>
          {t(rfmWords.asOf)} {format.date(`${picture.asOf}T12:00:00Z`)}
        </p>
      )}
    </Card>
  )
}
