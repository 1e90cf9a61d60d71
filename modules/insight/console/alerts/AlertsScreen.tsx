/** Alerts: the signals that wait, and the rules that raise them. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Dropdown, Segmented } from 'antd'
import { useState } from 'react'
import { Spark } from '#ui/console/chart/Spark.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { AlertDrawer } from './AlertDrawer.tsx'
import {
  alertsQuery,
  type Missed,
  pauseAlert,
  type Rule,
  removeAlert,
  type Signal,
  signalsQuery,
  snoozeAlert,
} from './alerts.queries.ts'
import { alertWords as words } from './alerts.words.ts'
import { RobotDialog } from './RobotDialog.tsx'
import './alerts.css'
import { robotNames } from '#modules/insight/console/frame/RobotFields.tsx'

export default function AlertsScreen() {
  const t = useT()
  const may = useMay()
  const [url, setUrl] = useUrlState()
  const tab = url.tab === 'rules' ? 'rules' : 'signals'
  const all = url.all === 'yes'
  const signals = useQuery(signalsQuery(!all))
  const rules = useQuery(alertsQuery)
  const [editing, edit] = useState<Rule | 'new'>()
  const open = signals.data?.open ?? 0
  return (
    <Page
      title={signals.data ? t(open > 0 ? words.titleOpen : words.titleCalm, { count: open }) : t(words.title)}
      lead={t(words.lead)}
      actions={
        may('insight.edit') && (
          <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => edit('new')}>
            {t(words.make)}
          </Button>
        )
      }
    >
      {rules.data?.missed && <MissedLooks missed={rules.data.missed} />}
      <div className="alert-tabs">
        <Segmented
          value={tab}
          onChange={(value) => setUrl({ tab: value === 'rules' ? 'rules' : undefined })}
          options={[
            { value: 'signals', label: t(words.signals) },
            { value: 'rules', label: t(words.rules) },
          ]}
        />
        {tab === 'signals' && (
          <Segmented
            value={all ? 'yes' : 'no'}
            onChange={(value) => setUrl({ all: value === 'yes' ? 'yes' : undefined })}
            options={[
              { value: 'no', label: t(words.openOnes) },
              { value: 'yes', label: t(words.allOnes) },
            ]}
          />
        )}
      </div>
      {tab === 'signals' ? (
        <Card flush>
          {signals.isPending && <SkeletonRows rows={4} height={64} />}
          {signals.isError && <Failed error={signals.error} retry={() => signals.refetch()} />}
          {signals.data?.items.length === 0 && (
            <Empty
              icon="signal"
              title={t(all ? words.noneEver : words.noSignals)}
              hint={t(words.noSignalsHint)}
            />
          )}
          {signals.data && signals.data.items.length > 0 && (
            <ul className="alert-list">
              {signals.data.items.map((signal) => (
                <li key={signal.id}>
                  <SignalRow signal={signal} />
                </li>
              ))}
            </ul>
          )}
        </Card>
      ) : (
        <Card flush>
          {rules.isPending && <SkeletonRows rows={6} height={64} />}
          {rules.isError && <Failed error={rules.error} retry={() => rules.refetch()} />}
          {rules.data && (
            <ul className="alert-list">
              {rules.data.items.map((rule) => (
                <li key={rule.id}>
                  <RuleRow rule={rule} edit={() => edit(rule)} />
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
      {editing && (
        <AlertDrawer rule={editing === 'new' ? undefined : editing} close={() => edit(undefined)} />
      )}
    </Page>
  )
}

function MissedLooks({ missed: { reason, since } }: { readonly missed: Missed }) {
  const t = useT()
  const format = useFormat()
  return (
    <Alert
      type="warning"
      showIcon
      className="alert-missed"
      title={t(reason === 'away' ? words.missedAway : words.missedBehind, { since: format.dateTime(since) })}
    />
  )
}

function SignalRow({ signal }: { readonly signal: Signal }) {
  const t = useT()
  const format = useFormat()
  const values = signal.series.flatMap(({ value }) => value ?? [])
  const path = signal.goalId ? '/plan/goals/$id' : '/plan/signals/$id'
  return (
    <Link to={path} params={{ id: signal.goalId ?? signal.id }} className="signal-row">
      <span className={`signal-glyph ${signal.closedAt ? 'past' : ''}`}>
        <Icon name={signal.side === 'below' ? 'signal' : 'rise'} size={18} />
      </span>
      <span className="signal-what">
        <b>{signal.title}</b>
        <span className="muted small">{signal.note}</span>
      </span>
      <Spark
        values={values}
        width={96}
        height={30}
        colour={signal.closedAt ? 'var(--muted)' : 'var(--sky)'}
      />
      <span className="signal-when muted small">
        {signal.outcome
          ? t(words[signal.outcome])
          : signal.takenAt
            ? t(words.takenBy)
            : t(words.raised, { when: format.ago(signal.raisedAt) })}
      </span>
    </Link>
  )
}

function RuleRow({ rule, edit }: { readonly rule: Rule; readonly edit: () => void }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const [robot, setRobot] = useState(false)
  const act = async (work: () => Promise<unknown>, said = words.done) => {
    try {
      await work()
      await client.invalidateQueries({ queryKey: ['alerts'] })
      message.success(t(said))
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  const state = rule.pausedAt
    ? t(words.paused)
    : rule.snoozedUntil
      ? t(words.snoozed, { day: format.date(rule.snoozedUntil) })
      : t(words.awake)
  const ways = [
    t(words.today),
    ...(rule.mail && rule.ownerName ? [`${t(words.mail)} ${rule.ownerName}`] : []),
    ...(rule.robotKind ? [t(robotNames[rule.robotKind])] : []),
  ]
  return (
    <div className={`rule-row ${rule.pausedAt ? 'asleep' : ''}`}>
      <span className="signal-what">
        <b>
          {rule.name} {rule.preset && <Tag>{t(words.preset)}</Tag>}
        </b>
        <span className="muted small">
          {rule.metricName} · {rule.says}
        </span>
        {rule.robotKind && rule.robotProblem && (
          <span className="small bad">
            {t(words.robotFailed, { kind: t(robotNames[rule.robotKind]), problem: rule.robotProblem })}
          </span>
        )}
      </span>
      <span className="rule-facts small muted">
        <span>
          {state}
          {rule.open > 0 && (
            <>
              {' · '}
              <Link to="/plan/alerts" search={{}} className="door">
                {t(words.openCount, { count: rule.open })}
              </Link>
            </>
          )}
        </span>
        <span>{ways.join(' · ')}</span>
        <span>
          {rule.lookedAt ? t(words.looked, { when: format.ago(rule.lookedAt) }) : t(words.neverLooked)}
        </span>
      </span>
      {rule.can.edit && (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: [
              { key: 'edit', label: t(words.edit), onClick: edit },
              { key: 'robot', label: t(words.robotTitle), onClick: () => setRobot(true) },
              {
                key: 'pause',
                label: t(rule.pausedAt ? words.resume : words.pause),
                onClick: () => act(() => pauseAlert(rule.id, !rule.pausedAt)),
              },
              ...(rule.snoozedUntil
                ? [{ key: 'wake', label: t(words.wake), onClick: () => act(() => snoozeAlert(rule.id, 0)) }]
                : [
                    { key: 's3', label: t(words.snooze3), onClick: () => act(() => snoozeAlert(rule.id, 3)) },
                    { key: 's7', label: t(words.snooze7), onClick: () => act(() => snoozeAlert(rule.id, 7)) },
                  ]),
              ...(rule.can.remove
                ? [
                    {
                      key: 'remove',
                      danger: true,
                      label: t(words.remove),
                      onClick: () =>
                        modal.confirm({
                          title: t(words.removeAsk),
                          okText: t(words.remove),
                          okButtonProps: { danger: true },
                          icon: null,
                          onOk: () => act(() => removeAlert(rule.id), words.removed),
                        }),
                    },
                  ]
                : []),
            ],
          }}
        >
          <Button
            type="text"
            aria-label={`${t(words.menu)}: ${rule.name}`}
            icon={<Icon name="more" size={18} />}
          />
        </Dropdown>
      )}
      {robot && <RobotDialog rule={rule} close={() => setRobot(false)} />}
    </div>
  )
}
