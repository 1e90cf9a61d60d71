import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { useShade } from '../shade.ts'
import { flowSums, kindOfMove } from './flow.ts'
import { flowQuery, type LifeDetail, type Whom } from './stages.queries.ts'
import { stageWords } from './stages.words.ts'

const choices = [1, 7, 30, 90]

interface FlowProps {
  readonly model: LifeDetail
  readonly open: (whom: Whom, name: string, members: number) => void
}

const tints = { entered: 'slate', forward: 'pine', back: 'sky', lost: 'persimmon', stayed: 'slate' } as const

/** Who went from which stage to which. Rows are then, columns are now, every number is a door. */
export function StageFlow({ model, open }: FlowProps) {
  const t = useT()
  const format = useFormat()
  const shade = useShade()
  const { now } = useReading()
  const [days, setDays] = useState(30)
  const end = Date.parse(`${model.run?.asOf ?? format.dayKey(now())}T12:00:00Z`)
  const after = new Date(end - days * 86_400_000).toISOString().slice(0, 10)
  const query = useQuery(flowQuery(model.id, after))
  const keys = model.stages.map((stage) => stage.key)
  const nameOf = (key: string | null) =>
    model.stages.find((stage) => stage.key === key)?.name ?? key ?? t(stageWords.flowStart)
  const counts = new Map(query.data?.flow.map((each) => [`${each.from} ${each.to}`, each.members]))
  const sums = query.data && flowSums(query.data.flow, model.stages)
  const rows = [null, ...keys].filter((row) => keys.some((key) => counts.has(`${row} ${key}`)))
  return (
    <Card
      title={
        sums
          ? t(stageWords.flowTitle, { since: format.date(`${after}T12:00:00Z`), ...sums })
          : t(stageWords.since)
      }
      note={t(stageWords.flowNote)}
      extra={
        <Select
          className="flow-days"
          aria-label={t(stageWords.since)}
          value={days}
          onChange={setDays}
          options={choices.map((value) => ({ value, label: t(stageWords.daysAgo, { days: value }) }))}
        />
      }
    >
      {query.error && <Failed error={query.error} retry={() => query.refetch()} />}
      {!query.data && !query.error && <SkeletonRows rows={5} />}
      {query.data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables scroll, also by keyboard
        <section className="flow-scroll" tabIndex={0} aria-label={t(stageWords.flowNote)}>
          <table className="flow">
            <thead>
              <tr>
                <th scope="col" className="flow-corner">
                  {t(stageWords.earlier)} → {t(stageWords.now)}
                </th>
                {keys.map((key) => (
                  <th key={key} scope="col">
                    {nameOf(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row ?? '-'}>
                  <th scope="row" className="flow-row">
                    {nameOf(row)}
                  </th>
                  {keys.map((column) => {
                    const members = counts.get(`${row} ${column}`) ?? 0
                    const kind = kindOfMove(row, column, model.stages)
                    const strength = sums ? Math.sqrt(members / Math.max(1, sums.most)) : 0
                    if (members === 0)
                      return (
                        <td key={column} className="flow-none">
                          <span aria-hidden="true">·</span>
                        </td>
                      )
                    return (
                      <td
                        key={column}
                        className={kind === 'stayed' ? 'flow-stayed' : undefined}
                        style={
                          kind === 'stayed'
                            ? undefined
                            : shade(tints[kind], 0.08 + Math.min(1, strength) * 0.5)
                        }
                      >
                        <button
                          type="button"
                          aria-label={t(stageWords.move, { from: nameOf(row), to: nameOf(column), members })}
                          onClick={() =>
                            open(
                              { stage: column, ...(kind === 'stayed' ? {} : { after, from: row ?? '-' }) },
                              kind === 'stayed' ? nameOf(column) : `${nameOf(row)} → ${nameOf(column)}`,
                              members,
                            )
                          }
                        >
                          {format.number(members)}
                        </button>
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Card>
  )
}
