/** A tile: its name, what it shows or why it cannot, and the way on to the analysis. */
import { Button } from 'antd'
import { type ReactNode, Suspense } from 'react'
import { SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { RoomForMarks } from '../frame/Marks.tsx'
import { QuestionLink } from '../frame/QuestionLink.tsx'
import type { Tile, TileAnswer } from './dashboards.queries.ts'
import { dashboardWords as words } from './dashboards.words.ts'
import { screenOf } from './screens.ts'
import { TileBody } from './TileBody.tsx'

interface Props {
  readonly tile: Pick<Tile, 'id' | 'title' | 'content'>
  /** Undefined: it is on its way. */
  readonly answer: TileAnswer | undefined
  readonly retry: () => void
}

export function TileCard({ tile, answer, retry }: Props) {
  const { title, content } = tile
  const named = content.kind === 'analysis' || (content.kind === 'metric' && content.show !== 'number')
  return (
    <article className={`tile tile-${content.kind}`} aria-label={title ?? undefined}>
      {named && (title || answer?.unheard?.length) ? <TileHead title={title} answer={answer} /> : null}
      <div className="tile-body">
        {answer?.problem ? (
          <Broken title={title} says={answer.problem.title} retry={retry} />
        ) : answer || content.kind === 'text' ? (
          <Suspense fallback={<Waiting />}>
            <RoomForMarks value={false}>
              <TileBody tile={tile} answer={answer} />
            </RoomForMarks>
          </Suspense>
        ) : (
          <Waiting />
        )}
      </div>
    </article>
  )
}

function TileHead({ title, answer }: { title: string | null; answer: TileAnswer | undefined }) {
  const t = useT()
  const unheard = (answer?.unheard ?? []).map(
    (each) =>
      ({ range: t(words.unheardRange), group: t(words.unheardGroup), who: t(words.unheardWho) })[each],
  )
  const path = answer?.analysis ? screenOf(answer.analysis) : undefined
  return (
    <header className="tile-head">
      {title &&
        (path && answer?.question ? (
          <QuestionLink to={path} question={answer.question} title={t(words.openAnalysis, { name: title })}>
            {title}
          </QuestionLink>
        ) : (
          <span>{title}</span>
        ))}
      {unheard.length > 0 && (
        <small className="muted">{t(words.unheard, { what: unheard.join('、') })}</small>
      )}
    </header>
  )
}

const Waiting = (): ReactNode => (
  <div className="card tile-wait" aria-busy="true">
    <SkeletonRows rows={2} height={30} />
  </div>
)

function Broken({ title, says, retry }: { title: string | null; says: string; retry: () => void }) {
  const t = useT()
  return (
    <section className="card tile-broken">
      <p>
        <Icon name="warn" size={16} /> <b>{title ?? t(words.failed)}</b>
      </p>
      <p className="muted small">{says}</p>
      <Button size="small" icon={<Icon name="retry" size={14} />} onClick={retry}>
        {t(words.retry)}
      </Button>
    </section>
  )
}
