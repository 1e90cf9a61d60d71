import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Card, Light } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { GroupFrame, useGroup } from '../GroupFrame.tsx'
import { type Health, healthQuery } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { healthWords as words } from './health.words.ts'
import { LinesDialog } from './LinesDialog.tsx'
import { RateChart } from './RateChart.tsx'
import './health.css'

const stages = ['budding', 'growing', 'stable', 'declining', 'silent'] as const

/** How one group is: the rate over twelve weeks, what makes the light, its life and its ladder. */
export default function HealthScreen() {
  const t = useT()
  const may = useMay()
  const group = useGroup()
  const query = useQuery(healthQuery(group.id))
  const [adjusting, setAdjusting] = useState(false)
  return (
    <GroupFrame
      group={group}
      actions={may('groups.edit') && <Button onClick={() => setAdjusting(true)}>{t(words.adjust)}</Button>}
    >
      {query.data ? (
        <Overview health={query.data} />
      ) : (
        <Card>
          {query.isError ? <Failed error={query.error} retry={() => query.refetch()} /> : <SkeletonRows />}
        </Card>
      )}
      {adjusting && <LinesDialog group={group.id} close={() => setAdjusting(false)} />}
    </GroupFrame>
  )
}

function Overview({ health }: { health: Health }) {
  const t = useT()
  return (
    <div className="health-top">
      <div className="stack">
        {health.weeks.length === 0 ? (
          <Card>
            <Empty icon="insight" title={t(words.noData)} hint={t(words.noDataHint)} />
          </Card>
        ) : (
          <RateChart health={health} />
        )}
        <Indicators health={health} />
      </div>
      <div className="stack">
        <Score health={health} />
        <Ladder health={health} />
        <LifeCard health={health} />
        <Card title={t(words.size)}>
          <p className="small">{t(words[health.size])}</p>
        </Card>
      </div>
    </div>
  )
}

function Score({ health }: { health: Health }) {
  const t = useT()
  return (
    <Card>
      <div className="score">
        <b>{health.score ?? '—'}</b>
        <span>
          <Light state={health.light}>{t(groupWords[health.light])}</Light>
          <p className="score-note">
            {t(words.score)} · {t(health.ownLines ? words.ownLines : words.scoreNote)}
          </p>
        </span>
      </div>
    </Card>
  )
}

function Ladder({ health: { ladder } }: { health: Health }) {
  const t = useT()
  const format = useFormat()
  const { level, next } = ladder
  const title = !next
    ? t(words.ladderTop, { level: level?.name ?? '' })
    : next.missing === 0
      ? t(words.ladderReady, { level: next.level.name })
      : t(words.ladder, { level: next.level.name, missing: next.missing })
  return (
    <Card title={title} note={t(words.ladderNow, { level: level?.name ?? t(words.ladderNone) })}>
      {next?.level.perks && <p className="small muted">{t(words.perks, { perks: next.level.perks })}</p>}
      {next?.needs.map((need) => (
        <div key={need.figure} className="need">
          <div className="need-head">
            <span>{need.label}</span>
            <span>
              {t(need.met ? words.needMet : words.needOf, {
                actual: format.number(need.actual),
                atLeast: format.number(need.atLeast),
              })}
            </span>
          </div>
          <div className={`fill-bar ${need.met ? '' : 'short'}`}>
            <i style={{ width: `${Math.min(100, (need.actual / Math.max(need.atLeast, 1)) * 100)}%` }} />
          </div>
        </div>
      ))}
    </Card>
  )
}

function LifeCard({ health: { life } }: { health: Health }) {
  const t = useT()
  const format = useFormat()
  const signs = [
    t(words.lifeSlope, { slope: format.signed(life.slope) }),
    ...(life.fallingWeeks > 1 ? [t(words.lifeFalling, { weeks: life.fallingWeeks })] : []),
  ]
  return (
    <Card title={t(words.life)} note={signs.join(' · ')}>
      <ol className="stages">
        {stages.map((stage) => (
          <li
            key={stage}
            className={stage === life.stage ? `on ${stage}` : ''}
            aria-current={stage === life.stage ? 'step' : undefined}
          >
            {t(groupWords[stage])}
          </li>
        ))}
      </ol>
      {life.weeksToSilence !== null && (
        <p className="small late">{t(words.lifeSilence, { weeks: life.weeksToSilence })}</p>
      )}
      <p className="small muted">{t(words[`${life.stage}Hint`])}</p>
    </Card>
  )
}

function Indicators({ health }: { health: Health }) {
  const t = useT()
  const format = useFormat()
  const { figures } = health
  const notes = {
    activeRate: t(words.activeRateNote, { actives: figures.actives, members: figures.members }),
    participation: t(words.participationNote, {
      contributors: figures.contributors,
      per: figures.perMember ?? 0,
    }),
    answered: t(words.answeredNote, { newcomers: figures.newcomers28, answered: figures.answered28 }),
    growth: t(words.growthNote, { joined: figures.joined28, left: figures.left28 }),
    concentration: t(words.concentrationNote),
  }
  return (
    <Card flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={t(groupWords.health)}>
        <table className="indicators">
          <thead>
            <tr>
              <th scope="col">{t(words.indicator)}</th>
              <th scope="col" className="num">
                {t(words.value)}
              </th>
              <th scope="col" className="num">
                {t(words.lines)}
              </th>
              <th scope="col" className="num">
                {t(words.points)}
              </th>
            </tr>
          </thead>
          <tbody>
            {health.parts.map((part) => (
              <tr key={part.indicator}>
                <th scope="row">
                  <Light state={part.light}>
                    {t(words[part.indicator])}
                    <small>{notes[part.indicator]}</small>
                  </Light>
                </th>
                <td className="num value">
                  {part.value === null
                    ? '—'
                    : t(groupWords.percent, {
                        value:
                          part.indicator === 'growth' ? format.signed(part.value) : format.number(part.value),
                      })}
                </td>
                <td className="num muted">
                  {part.warn} / {part.bad}
                </td>
                <td className="num">
                  {part.score ?? '—'}
                  <small>
                    {t(words.weight)} {part.weight}
                  </small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}
