/** What a tile shows: chosen when it is added, changed later. */
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Input, Radio, Segmented } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import { BreakdownPick } from '../frame/BreakdownPick.tsx'
import type { Breakdown, Range, Scope } from '../frame/question.ts'
import { RangePick, UnitPick } from '../frame/RangePick.tsx'
import { GroupPick, ScopePick } from '../frame/ScopePick.tsx'
import type { Saved } from '../frame/saved.queries.ts'
import { goalsQuery } from '../goals/goals.queries.ts'
import { MetricPick } from '../trends/MetricPick.tsx'
import { isFinished, type Metric } from '../trends/trend.ts'
import type { TileContent } from './dashboards.queries.ts'
import { dashboardWords as words } from './dashboards.words.ts'
import '../trends/trends.css'

type Kind = TileContent['kind']
type MetricContent = Extract<TileContent, { kind: 'metric' }>

export interface Draft {
  readonly title: string | null
  readonly content: TileContent
}

const firstMetric = {
  kind: 'metric',
  metric: 'weekly_actives',
  range: { last: 12, unit: 'week' },
  unit: 'week',
  compare: 'previous',
  scope: {},
  show: 'line',
} as const satisfies TileContent

const firstOf: Readonly<Record<Kind, TileContent>> = {
  metric: firstMetric,
  analysis: { kind: 'analysis', analysis: '', question: {} },
  goal: { kind: 'goal', goal: '' },
  signals: { kind: 'signals' },
  text: { kind: 'text', text: '' },
}

const isComplete = (content: TileContent): boolean => {
  switch (content.kind) {
    case 'metric':
      return isFinished({ of: [{ metric: content.metric as Metric }] })
    case 'analysis':
      return content.analysis !== ''
    case 'goal':
      return content.goal !== ''
    case 'signals':
      return true
    case 'text':
      return content.text.trim() !== ''
  }
}

interface Props {
  /** The tile that is changed; left out: a new one. */
  readonly tile?: Draft | undefined
  readonly done: (draft: Draft) => void
  readonly close: () => void
}

export function TileDrawer({ tile, done, close }: Props) {
  const t = useT()
  const [draft, setDraft] = useState<Draft>(tile ?? { title: null, content: firstMetric })
  const { content } = draft
  const put = (next: TileContent) => setDraft({ ...draft, content: next })
  const kinds = (['metric', 'analysis', 'goal', 'signals', 'text'] as const).map((value) => ({
    value,
    label: t(words[value]),
  }))
  return (
    <Drawer
      open
      onClose={close}
      size={560}
      title={t(tile ? words.edit : words.addTile)}
      footer={
        <div className="frame-foot">
          <Button type="primary" disabled={!isComplete(content)} onClick={() => done(draft)}>
            {t(tile ? words.save : words.add)}
          </Button>
        </div>
      }
    >
      <div className="tile-form">
        {!tile && (
          <Radio.Group
            aria-label={t(words.what)}
            optionType="button"
            value={content.kind}
            options={kinds}
            onChange={({ target }) => setDraft({ title: null, content: firstOf[target.value as Kind] })}
          />
        )}
        {content.kind === 'metric' && <MetricForm content={content} put={put} />}
        {content.kind === 'analysis' && (
          <QuestionForm
            chosen={content}
            choose={(saved) =>
              setDraft({
                title: draft.title ?? saved.name,
                content: { kind: 'analysis', analysis: saved.analysis, question: { ...saved.question } },
              })
            }
          />
        )}
        {content.kind === 'goal' && <GoalForm chosen={content.goal} put={put} />}
        {content.kind === 'signals' && (
          <div className="question-bar">
            <GroupPick
              value={content.group}
              onChange={(group) => put({ kind: 'signals', ...(group ? { group } : {}) })}
            />
          </div>
        )}
        {content.kind === 'text' && (
          <div className="tile-field">
            <label htmlFor="tile-text" className="muted small">
              {t(words.textHint)}
            </label>
            <Input.TextArea
              id="tile-text"
              value={content.text}
              maxLength={4000}
              autoSize={{ minRows: 5, maxRows: 14 }}
              onChange={(event) => put({ kind: 'text', text: event.target.value })}
            />
          </div>
        )}
        {content.kind !== 'goal' && content.kind !== 'signals' && (
          <div className="tile-field">
            <label htmlFor="tile-title" className="muted small">
              {t(words.tileTitle)}
            </label>
            <Input
              id="tile-title"
              value={draft.title ?? ''}
              maxLength={80}
              onChange={(event) => setDraft({ ...draft, title: event.target.value || null })}
            />
          </div>
        )}
      </div>
    </Drawer>
  )
}

function MetricForm({ content, put }: { content: MetricContent; put: (content: TileContent) => void }) {
  const t = useT()
  const change = (part: Partial<MetricContent>) => put({ ...content, ...part })
  const compares = [
    { value: '', label: t(words.compareNone) },
    { value: 'previous', label: t(words.comparePrevious) },
    { value: 'year', label: t(words.compareYear) },
  ]
  const { compare = '' } = content
  const metric = content.metric as Metric
  return (
    <>
      <div className="question-bar">
        <MetricPick
          value={metric}
          onChange={(chosen) => change({ metric: chosen as MetricContent['metric'] })}
        />
      </div>
      <Segmented
        aria-label={t(words.shownAs)}
        value={content.show}
        onChange={(show) => change({ show })}
        options={(['number', 'line', 'bars', 'table'] as const).map((value) => ({
          value,
          label: t(words[value]),
        }))}
      />
      <div className="question-bar">
        <RangePick
          value={content.range as Range}
          onChange={(range) => change({ range: range as MetricContent['range'] })}
        />
        <UnitPick value={content.unit} onChange={(unit) => change({ unit })} />
        <ScopePick
          value={content.scope as Scope}
          onChange={(scope) => change({ scope: scope as MetricContent['scope'] })}
        />
        {content.show !== 'number' && (
          <BreakdownPick
            value={content.breakdown as Breakdown | undefined}
            onChange={(breakdown) => change({ breakdown: breakdown as MetricContent['breakdown'] })}
            events={typeof metric === 'string' ? [] : [metric.how.event]}
          />
        )}
        <MenuChip
          name={t(words.compare)}
          label={compares.find(({ value }) => value === compare)?.label ?? ''}
          value={compare}
          options={compares}
          choose={(chosen) => change({ compare: (chosen || undefined) as MetricContent['compare'] })}
        />
      </div>
    </>
  )
}

function QuestionForm({
  chosen,
  choose,
}: {
  chosen: Extract<TileContent, { kind: 'analysis' }>
  choose: (saved: Saved) => void
}) {
  const t = useT()
  const found = useQuery({
    queryKey: ['insight', 'saved', 'all'],
    queryFn: async ({ signal }) =>
      (
        await take<{ items: Saved[] }>(
          api.GET('/api/insight/saved', { params: { query: { limit: 100 } }, signal }),
        )
      ).items,
  })
  const saved = (found.data ?? []).filter(({ analysis }) => analysis !== 'overview')
  if (found.data && saved.length === 0) return <p className="muted">{t(words.noQuestions)}</p>
  return (
    <fieldset className="frame-choices tile-choices">
      <legend className="muted small">{t(words.pickQuestion)}</legend>
      {saved.map((one) => (
        <button
          key={one.id}
          type="button"
          className="frame-choice"
          aria-pressed={
            one.analysis === chosen.analysis &&
            JSON.stringify(one.question) === JSON.stringify(chosen.question)
          }
          onClick={() => choose(one)}
        >
          {one.name}
          {one.note && <small className="muted"> {one.note}</small>}
        </button>
      ))}
    </fieldset>
  )
}

function GoalForm({ chosen, put }: { chosen: string; put: (content: TileContent) => void }) {
  const t = useT()
  const goals = useQuery(goalsQuery).data
  if (goals?.length === 0) return <p className="muted">{t(words.noGoals)}</p>
  return (
    <fieldset className="frame-choices tile-choices">
      <legend className="muted small">{t(words.pickGoal)}</legend>
      {(goals ?? []).map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="frame-choice"
          aria-pressed={id === chosen}
          onClick={() => put({ kind: 'goal', goal: id })}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
