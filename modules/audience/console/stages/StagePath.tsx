import { useState } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { LifeDetail, Phase, Whom } from './stages.queries.ts'
import { stageWords } from './stages.words.ts'

const phaseWords = {
  acquisition: [stageWords.acquisition, stageWords.acquisitionMeans],
  value: [stageWords.value, stageWords.valueMeans],
  retention: [stageWords.retention, stageWords.retentionMeans],
} as const

interface PathProps {
  readonly model: LifeDetail
  readonly open: (whom: Whom, name: string, members: number) => void
}

/** The stages side by side as people pass through them: how many, who they are, what we do for them. */
export function StagePath({ model, open }: PathProps) {
  const t = useT()
  const format = useFormat()
  const [told, setTold] = useState<string>()
  const counts = model.run?.counts ?? {}
  const before = model.sizes.at(-2)?.counts
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0)
  const most = Math.max(1, ...model.stages.map((stage) => counts[stage.key] ?? 0))
  const nameOf = (key: string) => model.stages.find((stage) => stage.key === key)?.name ?? key
  // Neighbours of one phase share a heading.
  const spans: { phase: Phase; count: number }[] = []
  for (const { phase } of model.stages) {
    const last = spans.at(-1)
    if (last?.phase === phase) last.count++
    else spans.push({ phase, count: 1 })
  }
  return (
    <Card title={t(stageWords.pathTitle)} note={t(stageWords.pathNote)} className="life-card">
      <div className="life" style={{ '--stages': model.stages.length } as React.CSSProperties}>
        <div className="life-phases" aria-hidden="true">
          {spans.map(({ phase, count }, at) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: phases may come twice, their order is what they are
              key={at}
              className="life-phase"
              data-phase={phase}
              style={{ gridColumn: `span ${count}` }}
            >
              <b>{t(phaseWords[phase][0])}</b>
              <span>{t(phaseWords[phase][1])}</span>
            </div>
          ))}
        </div>
        <ol className="life-stages">
          {model.stages.map((stage) => {
            const members = counts[stage.key] ?? 0
            const change = before ? members - (before[stage.key] ?? 0) : 0
            const isTold = told === stage.key
            return (
              <li key={stage.key} className="life-stage" data-phase={stage.phase}>
                <p className="life-name">{stage.name}</p>
                <p className="life-count">
                  {members > 0 ? (
                    <button
                      type="button"
                      className="door"
                      aria-label={t(stageWords.behind, { name: stage.name, members })}
                      onClick={() => open({ stage: stage.key }, stage.name, members)}
                    >
                      {format.number(members)}
                    </button>
                  ) : (
                    <span className="muted">0</span>
                  )}
                  <span className="small muted">
                    {total > 0 ? format.percent(Math.round((members / total) * 1000) / 1000) : '—'}
                  </span>
                  {change !== 0 && <span className="small life-change">{format.signed(change)}</span>}
                </p>
                <div className="life-bar" aria-hidden="true">
                  <i style={{ height: `${Math.max(3, (members / most) * 100)}%` }} />
                </div>
                <p className="life-rule small">{stage.sentence}</p>
                {stage.next.length > 0 && (
                  <p className="life-next caption muted">
                    <Icon name="right" size={12} />
                    {t(stageWords.toStages, { names: stage.next.map(nameOf).join('、') })}
                  </p>
                )}
                <button
                  type="button"
                  className="life-more small"
                  aria-expanded={isTold}
                  onClick={() => setTold(isTold ? undefined : stage.key)}
                >
                  {t(stageWords.strategy)}
                  <Icon name={isTold ? 'up' : 'down'} size={14} />
                </button>
                {isTold && <p className="life-strategy small muted">{stage.strategy}</p>}
              </li>
            )
          })}
        </ol>
      </div>
    </Card>
  )
}
