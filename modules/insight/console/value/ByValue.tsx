import { Card } from '#ui/console/Page.tsx'
import { Empty } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { Intervals } from './Intervals.tsx'
import { useMoney } from './useMoney.ts'
import type { ValueAnswer, ValueQuestion } from './value.queries.ts'
import { valueWords as words } from './value.words.ts'

/** Where the valuable customers are: what each part may be worth, with its interval. */
export function ByValue({ answer, question }: { answer: ValueAnswer; question: ValueQuestion }) {
  const t = useT()
  const format = useFormat()
  const money = useMoney()
  if (answer.by.length === 0)
    return (
      <Card>
        <Empty
          icon="filter"
          title={t(question.breakdown ? words.byNobody : words.byEmpty)}
          hint={t(words.byEmptyHint)}
        />
      </Card>
    )
  const rows = [...answer.by].sort((one, other) => other.revenue - one.revenue)
  const first = rows.find(({ rest }) => !rest) ?? rows[0]!
  const door = (row: (typeof rows)[number]) =>
    row.rest ? (
      <span>{t(words.countOf, { count: row.members })}</span>
    ) : (
      <PeopleDoor
        analysis="value"
        question={question}
        cell={{ value: row.value }}
        title={row.label}
        count={row.members}
      >
        {t(words.countOf, { count: row.members })}
      </PeopleDoor>
    )
  const between = (row: (typeof rows)[number]) =>
    row.low === null || row.high === null ? '—' : `${money(row.low)}–${money(row.high)}`
  return (
    <ChartCard
      title={t(words.byTitle, {
        name: first.label,
        members: format.number(first.members),
        revenue: money(first.revenue),
      })}
      note={t(words.byNote)}
      summary={t(words.byNote)}
      file="value-by"
      height={420}
      table={{
        head: [t(words.value), t(words.members), t(words.revenue), '95%', t(words.perMember)],
        rows: rows.map((row) => [
          row.label,
          { value: row.members, shown: door(row) },
          { value: Math.round(row.revenue) / 100, shown: money(row.revenue) },
          between(row),
          { value: Math.round(row.revenue / row.members) / 100, shown: money(row.revenue / row.members) },
        ]),
      }}
    >
      <Intervals
        label={t(words.byNote)}
        rows={rows.map((row) => ({
          key: `${row.value} ${row.rest}`,
          name: row.label,
          note: (
            <>
              {door(row)} · {t(words.perMember)} {money(row.revenue / row.members)}
            </>
          ),
          value: row.revenue,
          low: row.low,
          high: row.high,
          shown: (
            <>
              <b>{money(row.revenue)}</b> <span className="muted small">{between(row)}</span>
            </>
          ),
        }))}
      />
    </ChartCard>
  )
}
