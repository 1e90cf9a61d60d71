/** An improvement in a list: what was found, its course, what it did so far. */
import { Link } from '@tanstack/react-router'
import { Spark } from '#ui/console/chart/Spark.tsx'
import { Tag, type Tone } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Improvement } from './improvements.queries.ts'
import { improvementWords as words } from './improvements.words.ts'
import './improvements.css'

const tones: Readonly<Record<Improvement['stage'], Tone>> = {
  planned: 'plain',
  running: 'sky',
  review: 'wheat',
  decided: 'pine',
}

export function StageTag({
  improvement: { stage, verdict },
}: {
  improvement: Pick<Improvement, 'stage' | 'verdict'>
}) {
  const t = useT()
  if (verdict)
    return (
      <Tag tone={verdict === 'kept' ? 'pine' : verdict === 'adjusted' ? 'sky' : 'plain'}>
        {t(words[verdict])}
      </Tag>
    )
  return <Tag tone={tones[stage]}>{t(words[`stage_${stage}`])}</Tag>
}

export function ImprovementRow({ improvement }: { readonly improvement: Improvement }) {
  const t = useT()
  const format = useFormat()
  const { effect, startsOn, reviewOn, round, stage } = improvement
  const day = (at: string) => format.date(`${at}T12:00:00Z`)
  const tone = effect?.verdict === 'better' ? 'good' : effect?.verdict === 'worse' ? 'bad' : 'muted'
  return (
    <Link to="/plan/improvements/$id" params={{ id: improvement.id }} className="improvement-row">
      <span className="improvement-what">
        <span className="improvement-name">
          <b>{improvement.name}</b> <StageTag improvement={improvement} />
          {round > 1 && <small className="muted"> {t(words.round, { round })}</small>}
        </span>
        <small className="muted">{improvement.evidence.says}</small>
        <small className={tone}>
          {startsOn === null ? t(words.unstarted) : (effect?.says ?? t(words.unmeasured))}
        </small>
      </span>
      <span className="improvement-facts">
        <span>{improvement.ownerName ?? t(words.noOwner)}</span>
        {startsOn && <span>{t(words.startedOn, { day: day(startsOn) })}</span>}
        {reviewOn && stage !== 'decided' && <span>{t(words.reviewOn, { day: day(reviewOn) })}</span>}
      </span>
      <span className="improvement-spark">
        <small className="muted">{improvement.metricName}</small>
        <Spark values={(effect?.course ?? []).flatMap(({ value }) => value ?? [])} width={132} height={36} />
      </span>
    </Link>
  )
}
