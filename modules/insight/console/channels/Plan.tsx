/** The plan of fans: a month, what was planned beside what came, where it ends at this pace. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Card, Light } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Empty } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { useMoney } from '../attribution/CostTable.tsx'
import { Awaiting } from '../frame/Awaiting.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import {
  copyPlan,
  type PlanCourse,
  type Plan as PlanOfMonth,
  planQuery,
  type TouchpointAnswer,
} from './channels.queries.ts'
import { channelWords as words } from './channels.words.ts'
import { monthAfter, monthOfDay } from './months.ts'
import { PlanDrawer } from './PlanDrawer.tsx'
import { kindNames } from './types.ts'

export function Plan({ answer }: { answer: TouchpointAnswer }) {
  const format = useFormat()
  const { now } = useReading()
  const [month, setMonth] = useState(monthOfDay(format.dayKey(now())))
  const found = useQuery(planQuery(month))
  return (
    <Awaiting asked={{ data: found.data, error: found.error, retry: () => void found.refetch() }}>
      {(plan) => <PlanCard plan={plan} answer={answer} choose={setMonth} />}
    </Awaiting>
  )
}

interface Props {
  readonly plan: PlanOfMonth
  readonly answer: TouchpointAnswer
  readonly choose: (month: string) => void
}

function PlanCard({ plan, answer, choose }: Props) {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const { message } = App.useApp()
  const client = useQueryClient()
  /** A line's channel; empty: a new one; `paste`: many. */
  const [editing, setEditing] = useState<{ readonly channel?: string; readonly paste?: true }>()
  const { month, lines, totals, can } = plan
  const all = totals.find(({ kind }) => kind === null)
  const name = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}T00:00:00Z`),
  )
  const values = {
    month: locale === 'zh-CN' ? `${name} ` : name,
    fans: format.number(all?.fans ?? 0),
    actual: format.number(all?.actual ?? 0),
    forecast: format.number(Math.round(all?.forecast?.value ?? 0)),
  }
  const copy = async () => {
    try {
      const { copied } = await copyPlan(month)
      message.success(t(words.copied, { count: copied }))
      await client.invalidateQueries({ queryKey: ['insight', 'channel-plan'] })
    } catch (error) {
      message.warning(asProblem(error).message)
    }
  }
  const title = !all ? words.planTitleNone : all.forecast ? words.planTitleForecast : words.planTitle
  return (
    <Card title={t(title, values)} note={t(words.planNote)}>
      <div className="channel-month">
        <span className="channel-months">
          <Button
            type="text"
            aria-label={t(words.before)}
            icon={<Icon name="left" size={16} />}
            onClick={() => choose(monthAfter(month, -1))}
          />
          <span className="nowrap">{name}</span>
          <Button
            type="text"
            aria-label={t(words.after)}
            icon={<Icon name="right" size={16} />}
            onClick={() => choose(monthAfter(month, 1))}
          />
        </span>
        {can.change && (
          <>
            <Button onClick={() => setEditing({})}>{t(words.planOne)}</Button>
            <Button onClick={() => setEditing({ paste: true })}>{t(words.paste)}</Button>
            <Button onClick={copy}>{t(words.copy)}</Button>
          </>
        )}
      </div>
      {lines.length === 0 ? (
        <Empty icon="insight" title={t(words.planNoneAsk)} hint={t(words.planNoneHint)} />
      ) : (
        <PlanTable plan={plan} edit={(channel) => setEditing({ channel })} />
      )}
      {plan.unplanned > 0 && (
        <p className="muted small channel-below">
          {t(words.unplanned, { count: format.number(plan.unplanned) })}
        </p>
      )}
      {editing && (
        <PlanDrawer plan={plan} answer={answer} editing={editing} close={() => setEditing(undefined)} />
      )}
    </Card>
  )
}

function PlanTable({ plan, edit }: { plan: PlanOfMonth; edit: (channel: string) => void }) {
  const t = useT()
  const format = useFormat()
  const money = useMoney()
  const { lines, totals, days, can } = plan
  const question = { range: days ?? { last: 1, unit: 'day' }, within: 30 }
  const cells = (each: PlanCourse, channel?: { channel: string; name: string }) => (
    <>
      <td>{format.number(each.fans)}</td>
      <td>
        {channel ? (
          <PeopleDoor
            analysis="touchpoints"
            question={question}
            cell={{ of: 'fans', channel: channel.channel }}
            title={t(words.behindFans, { place: channel.name })}
            count={each.actual}
          />
        ) : (
          format.number(each.actual)
        )}
      </td>
      <td className="channel-pace">
        <Pace course={each} />
      </td>
      <td>
        {each.forecast ? (
          <>
            {format.number(Math.round(each.forecast.value))}{' '}
            <small>
              {t(words.between, {
                low: format.number(Math.round(each.forecast.low)),
                high: format.number(Math.round(each.forecast.high)),
              })}
            </small>
          </>
        ) : (
          t(words.unknown)
        )}
      </td>
      <td>{money(each.budget)}</td>
      <td className={each.spent > each.budget ? 'warn' : undefined}>{money(each.spent)}</td>
    </>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard
    <section className="channel-scroll" tabIndex={0} aria-label={t(words.planFans)}>
      <table className="channel-table">
        <thead>
          <tr>
            {[
              words.place,
              words.planFans,
              words.actual,
              words.pace,
              words.forecast,
              words.budget,
              words.spent,
              words.measures,
              words.owner,
            ].map((head) => (
              <th key={head.en} scope="col" className={head === words.measures ? 'channel-words' : undefined}>
                {t(head)}
              </th>
            ))}
            {can.change && <td />}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.name}</th>
              {cells(line, line)}
              <td className="channel-words">{line.measures || t(words.unknown)}</td>
              <td>{line.ownerName ?? t(words.unknown)}</td>
              {can.change && (
                <td>
                  <Button
                    type="text"
                    size="small"
                    aria-label={t(words.editPlan, { channel: line.name })}
                    icon={<Icon name="edit" size={15} />}
                    onClick={() => edit(line.channel)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          {totals.map((each) => (
            <tr key={each.kind ?? 'all'} className="channel-sum">
              <th scope="row">{t(each.kind ? kindNames[each.kind] : words.all)}</th>
              {cells(each)}
              <td colSpan={can.change ? 3 : 2} />
            </tr>
          ))}
        </tfoot>
      </table>
    </section>
  )
}

function Pace({ course: { pace, expected } }: { course: PlanCourse }) {
  const t = useT()
  const format = useFormat()
  if (pace === 'unknown') return <Light state="off">{t(words.paceUnknown)}</Light>
  if (pace === 'behind')
    return (
      <Light state="warn">{t(words.behind, { expected: format.number(Math.round(expected ?? 0)) })}</Light>
    )
  return <Light state="good">{t(pace === 'ahead' ? words.ahead : words.onPace)}</Light>
}
