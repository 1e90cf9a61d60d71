/** 产品阶段: which stage the product is in, what the figures say to that, and what comes first in it. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { stageNames } from '../../stage/stage.messages.ts'
import type { Stage } from '../../stage/stage.ts'
import { Board } from './Board.tsx'
import { ChooseDialog } from './ChooseDialog.tsx'
import { Evidence } from './Evidence.tsx'
import { PlanCard } from './PlanCard.tsx'
import { type Chosen, readHistory, stageQuery } from './stage.queries.ts'
import { stageWords as words } from './stage.words.ts'
import './stage.css'

export default function StageScreen() {
  const t = useT()
  const format = useFormat()
  const query = useQuery(stageQuery)
  const [choosing, setChoosing] = useState<Stage | 'any'>()
  if (query.isPending)
    return (
      <Page title={t(words.titleNone)}>
        <Card>
          <SkeletonRows rows={6} />
        </Card>
      </Page>
    )
  if (!query.data) return <Failed page error={query.error} retry={() => query.refetch()} />
  const { chosen, suggestion, differing, can } = query.data
  const stage = chosen?.stage ?? suggestion?.suggested ?? undefined
  return (
    <Page
      title={chosen ? t(words.title, { stage: chosen.name, focus: chosen.focus }) : t(words.titleNone)}
      lead={
        chosen
          ? t(words.lead, {
              by: chosen.by ?? t(words.product),
              when: format.date(chosen.chosenAt),
              why: chosen.why,
            })
          : t(words.leadNone)
      }
      actions={
        can.choose && (
          <Button
            type={chosen ? 'default' : 'primary'}
            icon={<Icon name="flag" size={16} />}
            onClick={() => setChoosing('any')}
          >
            {t(chosen ? words.change : words.choose)}
          </Button>
        )
      }
    >
      {chosen && differing && (
        <section className="card stage-differs" aria-live="polite">
          <p>
            {t(words.differs, {
              since: format.date(`${differing.since}T04:00:00Z`),
              weeks: differing.weeks,
              stage: t(stageNames[differing.suggested]),
            })}
          </p>
          {can.choose && (
            <span>
              <Button type="primary" onClick={() => setChoosing(differing.suggested)}>
                {t(words.takeIt, { stage: t(stageNames[differing.suggested]) })}
              </Button>
              <Button onClick={() => setChoosing(chosen.stage)}>
                {t(words.keep, { stage: chosen.name })}
              </Button>
            </span>
          )}
        </section>
      )}
      <div className="stage-row">
        <Evidence chosen={chosen?.stage} suggestion={suggestion} />
        <Board />
      </div>
      <div className="stage-row below">
        {stage && <PlanCard stage={stage} edit={can.choose} />}
        {chosen && <History />}
      </div>
      {choosing && (
        <ChooseDialog
          chosen={chosen}
          stage={choosing === 'any' ? (stage ?? 'growth') : choosing}
          close={() => setChoosing(undefined)}
        />
      )}
    </Page>
  )
}

function History() {
  const t = useT()
  const query = useInfiniteQuery({
    queryKey: ['product-stage', 'history'],
    queryFn: ({ pageParam, signal }) => readHistory(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Card title={t(words.history)} note={t(words.historyNote)}>
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      <ol className="stage-history">
        {items.map((each, at) => (
          <HistoryLine key={each.id} each={each} before={items[at + 1]} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button type="link" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t(words.more)}
        </Button>
      )}
    </Card>
  )
}

function HistoryLine({ each, before }: { readonly each: Chosen; readonly before: Chosen | undefined }) {
  const t = useT()
  const format = useFormat()
  const kept = before?.stage === each.stage
  return (
    <li>
      <b>{kept ? t(words.stayed, { stage: each.name }) : each.name}</b>
      {each.against && each.against !== each.stage && (
        <Tag>{t(words.againstMark, { stage: t(stageNames[each.against]) })}</Tag>
      )}
      <p>{each.why}</p>
      <small className="muted">
        {each.by ?? t(words.product)} · {format.date(each.chosenAt)}
      </small>
    </li>
  )
}
