/** What comes first in a stage: each is set up by one click, or is there already. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { Card } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { stageNames } from '../../stage/stage.messages.ts'
import type { Stage } from '../../stage/stage.ts'
import { makeAlert, pauseAlert } from '../alerts/alerts.queries.ts'
import { makeDashboard } from '../dashboards/dashboards.queries.ts'
import { saveQuestion } from '../frame/saved.queries.ts'
import { screenOf } from '../frame/screens.ts'
import { type Plan, planQuery } from './stage.queries.ts'
import { stageWords as words } from './stage.words.ts'

interface Props {
  readonly stage: Stage
  readonly edit: boolean
}

export function PlanCard({ stage, edit }: Props) {
  const t = useT()
  const query = useQuery(planQuery(stage))
  const plan = query.data
  const parts = plan ? [plan.goals, plan.alerts, plan.dashboards, plan.analyses].flat() : []
  const done = parts.filter((part) => Boolean(part.done)).length
  return (
    <Card
      title={t(words.plan, { stage: t(stageNames[stage]) })}
      note={plan && t(words.planDone, { done, all: parts.length })}
    >
      {query.isPending && <SkeletonRows rows={8} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      {plan && (
        <div className="stage-plan">
          <Goals plan={plan} edit={edit} />
          <Alerts plan={plan} edit={edit} />
          <Analyses plan={plan} edit={edit} />
          <Dashboards plan={plan} edit={edit} />
        </div>
      )}
    </Card>
  )
}

interface PartProps {
  readonly plan: Plan
  readonly edit: boolean
}

const Goals = ({ plan, edit }: PartProps) => {
  const t = useT()
  return (
    <Part title={words.goals}>
      {plan.goals.map(({ template, name, done }) => (
        <Line key={template} done={done !== null} name={name}>
          {done ? (
            <Link to="/plan/goals/$id" params={{ id: done }}>
              {t(words.open)}
            </Link>
          ) : (
            edit && (
              <Link to="/plan/goals/new" search={{ template }}>
                {t(words.setGoal)}
              </Link>
            )
          )}
        </Line>
      ))}
    </Part>
  )
}

function Alerts({ plan, edit }: PartProps) {
  const t = useT()
  return (
    <Part title={words.alerts}>
      {plan.alerts.map((alert) => {
        const { name, done, paused, make } = alert
        return (
          <Line key={name} done={done} name={name}>
            {done && (
              <Link to="/plan/alerts" search={{ tab: 'rules' }}>
                {t(words.open)}
              </Link>
            )}
            {edit && paused && (
              <Act name={name} keys={['alerts']} run={() => pauseAlert(paused, false)}>
                {t(words.resume)}
              </Act>
            )}
            {edit && make && (
              <Act name={name} keys={['alerts']} run={() => makeAlert({ name, ...make })}>
                {t(words.makeAlert)}
              </Act>
            )}
          </Line>
        )
      })}
    </Part>
  )
}

function Dashboards({ plan, edit }: PartProps) {
  const t = useT()
  return (
    <Part title={words.dashboards}>
      {plan.dashboards.map(({ template, name, note, done }) => (
        <Line key={template} done={done !== null} name={name} note={note}>
          {done ? (
            <Link to="/insight/dashboards/$id" params={{ id: done }}>
              {t(words.open)}
            </Link>
          ) : (
            edit && (
              <Act
                name={name}
                keys={['dashboards']}
                run={() => makeDashboard({ name, shared: true, template })}
              >
                {t(words.makeBoard)}
              </Act>
            )
          )}
        </Line>
      ))}
    </Part>
  )
}

function Analyses({ plan, edit }: PartProps) {
  const t = useT()
  return (
    <Part title={words.analyses}>
      {plan.analyses.map(({ analysis, name, why, question, done }) => {
        const screen = screenOf(analysis)
        return (
          <Line key={name} done={done !== null} name={name} note={why}>
            {screen && (
              <Link to={screen.to} search={{ q: JSON.stringify(question) }}>
                {t(words.open)}
              </Link>
            )}
            {edit && !done && (
              <Act
                name={name}
                keys={['insight', 'saved']}
                run={() => saveQuestion(analysis, question, { name, note: why, shared: true })}
              >
                {t(words.keepQuestion)}
              </Act>
            )}
          </Line>
        )
      })}
    </Part>
  )
}

function Part({ title, children }: { readonly title: Message; readonly children: ReactNode }) {
  const t = useT()
  return (
    <section>
      <h3>{t(title)}</h3>
      <ul>{children}</ul>
    </section>
  )
}

interface LineProps {
  readonly done: boolean
  readonly name: string
  readonly note?: string
  readonly children: ReactNode
}

function Line({ done, name, note, children }: LineProps) {
  const t = useT()
  return (
    <li className={done ? 'done' : ''}>
      <span className="stage-tick">
        {done && (
          <>
            <Icon name="check" size={14} />
            <span className="sr-only">{t(words.done)}</span>
          </>
        )}
      </span>
      <span>
        {name}
        {note && <small className="muted">{note}</small>}
      </span>
      <span className="stage-acts">{children}</span>
    </li>
  )
}

interface ActProps {
  readonly name: string
  /** What goes stale besides the plan. */
  readonly keys: readonly string[]
  readonly run: () => Promise<unknown>
  readonly children: ReactNode
}

function Act({ name, keys, run, children }: ActProps) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const act = async () => {
    setBusy(true)
    try {
      await run()
      message.success(t(words.made, { name }))
      await client.invalidateQueries({ queryKey: ['product-stage', 'plan'] })
      await client.invalidateQueries({ queryKey: [...keys] })
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button type="link" size="small" loading={busy} onClick={act}>
      {children}
    </Button>
  )
}
