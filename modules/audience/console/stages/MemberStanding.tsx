import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#ui/api.ts'
import { Card } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { useAmount } from '../rfm/amount.ts'
import type { Kind, Tier } from '../rfm/rfm.queries.ts'
import { rfmWords } from '../rfm/rfm.words.ts'
import { stageWords } from './stages.words.ts'
import './standing.css'

interface Reason {
  readonly path: string
  readonly depth: number
  readonly kind: string
  readonly met: boolean
  readonly says: string
  readonly evidence: string | null
  readonly progress: { readonly actual: number; readonly needed: number } | null
}

interface Life {
  readonly model: { readonly id: string; readonly name: string }
  readonly stage: { readonly key: string; readonly name: string }
  readonly since: string
  readonly order: readonly { readonly key: string; readonly name: string }[]
  readonly around: readonly {
    readonly key: string
    readonly name: string
    readonly here: boolean
    readonly met: boolean
    readonly reasons: readonly Reason[]
  }[]
  readonly changes: readonly {
    readonly day: string
    readonly from: string | null
    readonly to: string | null
  }[]
}

interface Part {
  readonly value: number
  readonly score: number
  readonly cut: number
  readonly high: boolean
}

interface Rfm {
  readonly kind: Kind
  readonly unit: 'money' | 'points'
  readonly tier: { readonly key: Tier; readonly name: string }
  readonly since: string
  readonly asOf: string
  readonly recency: Part
  readonly frequency: Part
  readonly amount: Part
  readonly changes: readonly {
    readonly day: string
    readonly from: string | null
    readonly to: string | null
  }[]
}

const lifeQuery = (id: string) =>
  queryOptions({
    queryKey: ['standing', id, 'lifecycle'],
    queryFn: async ({ signal }) =>
      (
        await take<{ items: readonly Life[] }>(
          api.GET('/api/members/{id}/lifecycle', { params: { path: { id } }, signal }),
        )
      ).items,
  })

const rfmQuery = (id: string) =>
  queryOptions({
    queryKey: ['standing', id, 'rfm'],
    queryFn: async ({ signal }) =>
      (
        await take<{ items: readonly Rfm[] }>(
          api.GET('/api/members/{id}/rfm', { params: { path: { id } }, signal }),
        )
      ).items,
  })

/** On the page of a member: the stage of life and why, RFM against the cut-offs, and how both came about. */
export default function MemberStanding({ memberId }: { memberId: string }) {
  const t = useT()
  const life = useQuery(lifeQuery(memberId))
  const rfm = useQuery(rfmQuery(memberId))
  const failed = life.error ? life : rfm.error ? rfm : undefined
  return (
    <Card title={t(stageWords.panel)}>
      {failed && <Failed error={failed.error} retry={() => failed.refetch()} />}
      {!failed && !(life.data && rfm.data) && <SkeletonRows rows={4} height={32} />}
      {life.data?.length === 0 && rfm.data?.length === 0 && (
        <p className="muted small">{t(stageWords.panelEmpty)}</p>
      )}
      {life.data?.map((each) => (
        <Stage key={each.model.id} life={each} named={life.data.length > 1} />
      ))}
      {rfm.data?.map((each) => (
        <Value key={each.kind} rfm={each} />
      ))}
    </Card>
  )
}

const dayMs = 86_400_000

function Stage({ life, named }: { life: Life; named: boolean }) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const at = life.order.findIndex((stage) => stage.key === life.stage.key)
  const here = life.around.find((each) => each.here)
  // The next living stage that can be reached: what is missing for it is what one can work on.
  const onward = life.around.find(
    (each) => !each.here && life.order.findIndex((stage) => stage.key === each.key) === at + 1 && !each.met,
  )
  const days = Math.max(0, Math.round((now() - Date.parse(`${life.since}T00:00:00Z`)) / dayMs))
  const nameOf = (key: string | null) => life.order.find((stage) => stage.key === key)?.name ?? key ?? ''
  return (
    <section className="standing">
      {named && <p className="caption muted">{life.model.name}</p>}
      <Link to="/lifecycle" search={{ type: life.model.id }} className="standing-path">
        {life.order.map((stage, place) => (
          <span key={stage.key} data-here={place === at || undefined} data-past={place < at || undefined}>
            <i />
            {stage.name}
          </span>
        ))}
      </Link>
      <p className="small muted standing-since">
        {t(stageWords.stayed, { day: format.date(`${life.since}T12:00:00Z`), days })}
      </p>
      {here && leaves(here.reasons).length > 0 && (
        <details className="standing-why">
          <summary className="small">{t(stageWords.whyHere)}</summary>
          <Reasons reasons={leaves(here.reasons)} />
        </details>
      )}
      {onward && (
        <details className="standing-why" open>
          <summary className="small">{t(stageWords.toward, { name: onward.name })}</summary>
          <Reasons reasons={leaves(onward.reasons)} />
        </details>
      )}
      {life.changes.length > 1 && (
        <History
          changes={life.changes.map((change) => ({
            ...change,
            from: change.from && nameOf(change.from),
            to: change.to && nameOf(change.to),
          }))}
        />
      )}
    </section>
  )
}

const leaves = (reasons: readonly Reason[]) =>
  reasons.filter(({ kind }) => kind !== 'all' && kind !== 'any' && kind !== 'not')

function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const t = useT()
  return (
    <ul className="standing-reasons small">
      {reasons.map((reason) => (
        <li key={reason.path} data-met={reason.met || undefined}>
          <Icon name={reason.met ? 'check' : 'close'} size={14} />
          <span>
            <span className="sr-only">{t(reason.met ? stageWords.met : stageWords.unmet)} </span>
            {reason.says}
            {reason.progress && reason.progress.needed > 0 && !reason.met && (
              <span className="standing-progress" aria-hidden="true">
                <i
                  style={{
                    width: `${Math.min(100, Math.max(0, (reason.progress.actual / reason.progress.needed) * 100))}%`,
                  }}
                />
              </span>
            )}
          </span>
          {reason.evidence && <b>{reason.evidence}</b>}
        </li>
      ))}
    </ul>
  )
}

function Value({ rfm }: { rfm: Rfm }) {
  const t = useT()
  const format = useFormat()
  const { said } = useAmount(rfm.unit)
  const round = (value: number) => format.number(Math.round(value * 10) / 10)
  const parts = [
    {
      letter: 'R',
      part: rfm.recency,
      shown: t(rfmWords.days, { value: rfm.recency.value }),
      rule: t(rfmWords.cutRecency, { value: round(rfm.recency.cut) }),
    },
    {
      letter: 'F',
      part: rfm.frequency,
      shown: t(rfmWords.times, { value: rfm.frequency.value }),
      rule: t(rfmWords.cutFrequency, { value: round(rfm.frequency.cut) }),
    },
    {
      letter: 'M',
      part: rfm.amount,
      shown: said(rfm.amount.value),
      rule: t(rfmWords.cutAmount, { value: said(rfm.amount.cut) }),
    },
  ]
  return (
    <section className="standing">
      <p className="standing-tier">
        <span className="muted small">
          {t(rfm.kind === 'purchase' ? stageWords.purchase : stageWords.contribution)}
        </span>
        <Link to="/rfm" search={rfm.kind === 'purchase' ? {} : { kind: rfm.kind }} className="door">
          {rfm.tier.name}
        </Link>
        <span className="muted small">
          {t(stageWords.sinceDay, { day: format.date(`${rfm.since}T12:00:00Z`) })}
        </span>
      </p>
      <ul className="standing-rfm small">
        {parts.map(({ letter, part, shown, rule }) => (
          <li key={letter} data-high={part.high || undefined} title={rule}>
            <i className="standing-letter">{letter}</i>
            <b>{shown}</b>
            <span className="muted caption">{rule}</span>
          </li>
        ))}
      </ul>
      {rfm.changes.length > 1 && <History changes={rfm.changes} />}
    </section>
  )
}

function History({ changes }: { changes: Life['changes'] }) {
  const t = useT()
  const format = useFormat()
  return (
    <details className="standing-why">
      <summary className="small">{t(stageWords.history3)}</summary>
      <ul className="standing-history small">
        {changes.slice(0, 8).map((change) => (
          <li key={`${change.day} ${change.from} ${change.to}`}>
            <span className="muted">{format.date(`${change.day}T12:00:00Z`)}</span>
            {change.from
              ? t(stageWords.from, { from: change.from, to: change.to ?? '—' })
              : t(stageWords.entered, { to: change.to ?? '' })}
          </li>
        ))}
      </ul>
    </details>
  )
}
