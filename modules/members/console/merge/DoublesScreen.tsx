import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { JobDialog } from '#ui/console/job/JobDialog.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Page, Tag } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { Merges } from './Merges.tsx'
import { doublesQuery, type Pair, searchDoubles, tellApart } from './merge.queries.ts'
import { mergeWords } from './merge.words.ts'
import { Someone } from './Someone.tsx'
import '#ui/console/list/list.css'
import './merge.css'

/** Pairs that may be one person, and what was merged. */
export default function DoublesScreen() {
  const t = useT()
  const { message } = App.useApp()
  const [url, setUrl] = useUrlState()
  const [job, setJob] = useState<string>()
  const pairs = useInfiniteQuery(doublesQuery)
  const total = pairs.data?.pages[0]?.total ?? 0
  const tab = url.tab === 'merges' ? 'merges' : 'pairs'
  const search = async () => {
    try {
      setJob((await searchDoubles()).jobId)
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <Page
      title={t(mergeWords.title)}
      lead={t(mergeWords.lead)}
      actions={
        <Button icon={<Icon name="search" size={16} />} onClick={search}>
          {t(mergeWords.search)}
        </Button>
      }
    >
      <div className="views">
        <button
          type="button"
          className="view"
          aria-pressed={tab === 'pairs'}
          onClick={() => setUrl({ tab: undefined })}
        >
          {t(mergeWords.tabPairs)}
          {total > 0 && <span className="muted small">{total}</span>}
        </button>
        <button
          type="button"
          className="view"
          aria-pressed={tab === 'merges'}
          onClick={() => setUrl({ tab: 'merges' })}
        >
          {t(mergeWords.tabMerges)}
        </button>
      </div>
      {tab === 'merges' ? <Merges /> : <Pairs query={pairs} search={search} />}
      {job && (
        <JobDialog
          id={job}
          title={t(mergeWords.searchTitle)}
          note={t(mergeWords.searchNote)}
          close={() => setJob(undefined)}
        />
      )}
    </Page>
  )
}

function Pairs({ query, search }: { query: ReturnType<typeof usePairs>; search: () => void }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [comparing, setComparing] = useState<Pair>()
  const pairs = query.data?.pages.flatMap((page) => page.items) ?? []
  const refresh = () => client.invalidateQueries({ queryKey: ['doubles'] })
  const apart = async (pair: Pair) => {
    try {
      await tellApart(pair.id)
      message.success(t(mergeWords.apartDone))
      await refresh()
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <div className="list-card">
      {query.isPending ? (
        <SkeletonRows />
      ) : query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : pairs.length === 0 ? (
        <Empty
          icon="merge"
          title={t(mergeWords.empty)}
          hint={t(mergeWords.emptyHint)}
          action={<Button onClick={search}>{t(mergeWords.search)}</Button>}
        />
      ) : (
        <ul className="pairs">
          {pairs.map((pair) => (
            <li key={pair.id}>
              <Someone person={pair.left} />
              <span className="pair-why">
                <Icon name="merge" size={16} />
                <Tag tone={pair.reason === 'name' ? 'plain' : 'wheat'}>{t(mergeWords[pair.reason])}</Tag>
                <small className="muted">{format.ago(pair.foundAt)}</small>
              </span>
              <Someone person={pair.right} />
              <span className="pair-acts">
                <Button size="small" type="primary" ghost onClick={() => setComparing(pair)}>
                  {t(mergeWords.compare)}
                </Button>
                <Button size="small" type="text" onClick={() => apart(pair)}>
                  {t(mergeWords.apart)}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="pairs-more">
          <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t(mergeWords.more)}
          </Button>
        </div>
      )}
      {comparing && (
        <MergeDialog
          left={comparing.left.id}
          right={comparing.right.id}
          reason={comparing.reason}
          close={() => setComparing(undefined)}
        />
      )}
    </div>
  )
}

const usePairs = () => useInfiniteQuery(doublesQuery)
