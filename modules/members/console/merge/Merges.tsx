import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { Tag } from '#ui/console/Page.tsx'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type Merge, mergesQuery, undoMerge } from './merge.queries.ts'
import { mergeWords } from './merge.words.ts'
import { Someone } from './Someone.tsx'

/** Takes a merge back, once it was asked about, and says what could not be given back. */
export function useUndoMerge(): Action<Merge> {
  const { message } = App.useApp()
  const client = useQueryClient()
  return {
    name: mergeWords.undo,
    icon: 'history',
    can: (merge) => merge.can.undo,
    done: mergeWords.undoneDone,
    confirm: ({ double, into }) => ({
      title: mergeWords.undoTitle,
      values: { double: double.nickname, into: into.nickname },
      detail: mergeWords.undoDetail,
      verb: mergeWords.undo,
    }),
    run: async ({ id }) => {
      const { left } = await undoMerge(id)
      for (const sentence of left) message.warning(sentence, 10)
      for (const key of ['merges', 'doubles', 'members']) await client.invalidateQueries({ queryKey: [key] })
    },
  }
}

/** What was merged, newest first. */
export function Merges() {
  const t = useT()
  const format = useFormat()
  const query = useInfiniteQuery(mergesQuery)
  const undo = useUndoMerge()
  const merges = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="list-card">
      {query.isPending ? (
        <SkeletonRows />
      ) : query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : merges.length === 0 ? (
        <Empty icon="merge" title={t(mergeWords.noMerges)} hint={t(mergeWords.noMergesHint)} />
      ) : (
        <ul className="pairs">
          {merges.map((merge) => (
            <li key={merge.id}>
              <Someone person={merge.double} />
              <span className="pair-why">
                <Icon name="right" size={16} />
                <Tag tone={merge.undoneAt ? 'plain' : 'pine'}>{t(mergeWords[merge.reason])}</Tag>
                <small className="muted">{format.ago(merge.mergedAt)}</small>
              </span>
              <Someone person={merge.into} />
              <span className="pair-acts">
                {merge.undoneAt ? (
                  <span className="muted small">{t(mergeWords.undone)}</span>
                ) : (
                  <ActionButton action={undo} thing={merge} small />
                )}
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
    </div>
  )
}
