/** What a tile shows, drawn by what draws it on its own screen; each is loaded when one of its kind is on the board. */
import { useQueryClient } from '@tanstack/react-query'
import { type ComponentType, lazy, type ReactNode, useLayoutEffect, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { QuestionLink } from '../frame/QuestionLink.tsx'
import type { TrendAnswer, TrendQuestion } from '../trends/trend.ts'
import type { Tile, TileAnswer } from './dashboards.queries.ts'
import { dashboardWords as words } from './dashboards.words.ts'
import { screenOf } from './screens.ts'
import { GoalTile } from './tiles/GoalTile.tsx'
import { SignalsTile } from './tiles/SignalsTile.tsx'
import { TextTile } from './tiles/TextTile.tsx'

/** Drawings take the question and the answer of their analysis, as the server gave both. */
// biome-ignore lint/suspicious/noExplicitAny: each drawing has the question and answer of its own analysis; the name says which
type Drawing = ComponentType<any>
// biome-ignore lint/suspicious/noExplicitAny: as above
const drawing = <M,>(load: () => Promise<M>, pick: (module: M) => ComponentType<any>): Drawing =>
  lazy(async () => ({ default: pick(await load()) }))

const drawings: Readonly<Record<string, Drawing>> = {
  trend: drawing(
    () => import('../trends/TrendCard.tsx'),
    ({ TrendCard }) => TrendCard,
  ),
  funnel: drawing(
    () => import('./tiles/FunnelTile.tsx'),
    ({ FunnelTile }) => FunnelTile,
  ),
  retention: drawing(
    () => import('./tiles/RetentionTile.tsx'),
    ({ RetentionTile }) => RetentionTile,
  ),
  lifecycle: drawing(
    () => import('./tiles/LifecycleTile.tsx'),
    ({ LifecycleTile }) => LifecycleTile,
  ),
  paths: drawing(
    () => import('../paths/PathsScreen.tsx'),
    ({ Answer }) => Answer,
  ),
  attribution: drawing(
    () => import('./tiles/AttributionTile.tsx'),
    ({ AttributionTile }) => AttributionTile,
  ),
  touchpoints: drawing(
    () => import('../channels/ChannelsScreen.tsx'),
    ({ Answer }) => Answer,
  ),
  network: drawing(
    () => import('../network/NetworkScreen.tsx'),
    ({ Answer }) => Answer,
  ),
  words: drawing(
    () => import('../words/WordsScreen.tsx'),
    ({ Answer }) => Answer,
  ),
  repurchase: drawing(
    () => import('./tiles/RepurchaseTile.tsx'),
    ({ RepurchaseTile }) => RepurchaseTile,
  ),
  effect: drawing(
    () => import('../effect/EffectCard.tsx'),
    ({ EffectCard }) => EffectCard,
  ),
  value: drawing(
    () => import('./tiles/ValueTile.tsx'),
    ({ ValueTile }) => ValueTile,
  ),
}

/** These ask for themselves; the answer of the dashboard is handed to them where they look first. */
const asking: Readonly<Record<string, Drawing>> = {
  stickiness: drawing(
    () => import('../lifecycle/Stickiness.tsx'),
    ({ Stickiness }) => Stickiness,
  ),
  concentration: drawing(
    () => import('./tiles/ConcentrationTile.tsx'),
    ({ ConcentrationTile }) => ConcentrationTile,
  ),
  'purchase-intervals': drawing(
    () => import('../purchases/Intervals.tsx'),
    ({ Intervals }) => Intervals,
  ),
  'purchase-products': drawing(
    () => import('../purchases/Products.tsx'),
    ({ Products }) => Products,
  ),
}

const NumberTile = lazy(() => import('./tiles/NumberTile.tsx'))
const BarsTile = lazy(() => import('./tiles/BarsTile.tsx'))
const TableTile = lazy(() => import('./tiles/TableTile.tsx'))

export function TileBody({
  tile: { title, content },
  answer: given,
}: {
  tile: Pick<Tile, 'title' | 'content'>
  answer: TileAnswer | undefined
}): ReactNode {
  if (content.kind === 'text') return <TextTile title={title} text={content.text} />
  if (content.kind === 'goal') return <GoalTile answer={given?.answer} />
  if (content.kind === 'signals') return <SignalsTile answer={given?.answer} />
  if (!given?.analysis || !given.question) return null
  if (content.kind === 'metric') {
    // A metric on a board is a trend, and is answered as one.
    const shown = { question: given.question as TrendQuestion, answer: given.answer as TrendAnswer }
    if (content.show === 'number') return <NumberTile {...shown} title={title} />
    if (content.show === 'bars') return <BarsTile {...shown} />
    if (content.show === 'table') return <TableTile {...shown} />
  }
  const Drawn = drawings[given.analysis]
  if (Drawn) return <Drawn question={given.question} answer={given.answer} />
  const Asking = asking[given.analysis]
  if (Asking)
    return (
      <Handed name={given.analysis} given={given}>
        <Asking question={given.question} {...given.question} />
      </Handed>
    )
  return <Elsewhere name={given.says ?? ''} analysis={given.analysis} question={given.question} />
}

/** What these ask is a part of the question that was answered. */
const askedBy: Readonly<Record<string, (question: Record<string, unknown>) => object>> = {
  stickiness: ({ range, scope, event }) => ({ range, scope, event, unit: 'day' }),
  concentration: ({ range, scope }) => ({ range, scope: scope ?? {} }),
  'purchase-intervals': ({ range, scope }) => ({ range, scope: scope ?? {} }),
  'purchase-products': ({ range, scope }) => ({ range, scope: scope ?? {}, least: 5 }),
}

function Handed({ name, given, children }: { name: string; given: TileAnswer; children: ReactNode }) {
  const client = useQueryClient()
  const [ready, setReady] = useState(false)
  useLayoutEffect(() => {
    const asked = askedBy[name]!(given.question as Record<string, unknown>)
    client.setQueryData(['insight', name, JSON.stringify(asked)], {
      says: given.says ?? '',
      answer: given.answer,
      freshTo: null,
      lagSeconds: null,
    })
    setReady(true)
  }, [client, name, given])
  return ready ? children : null
}

function Elsewhere({ name, analysis, question }: { name: string; analysis: string; question: object }) {
  const t = useT()
  const path = screenOf(analysis)
  return (
    <section className="card">
      <p className="muted">{t(words.onlyScreen)}</p>
      {path ? (
        <QuestionLink to={path} className="link" question={question}>
          {name}
        </QuestionLink>
      ) : (
        <p>{name}</p>
      )}
    </section>
  )
}
