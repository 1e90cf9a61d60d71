import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { importingWords } from './importing.words.ts'
import type { ListOnItsWay, RefusedRow } from './list.ts'
import '#ui/console/list/list.css'

interface RefusedCardProps {
  readonly list: Pick<ListOnItsWay, 'header' | 'state' | 'errorFileUrl'>
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly RefusedRow[] }>>
  /** The column by which a row is known, from 0, and what it is called when the list does not say. */
  readonly shown: number
  readonly shownAs: string
}

/** Rows that were, or would be, refused: where, why, and the file to correct them in. */
export function RefusedCard({ list, query, shown, shownAs }: RefusedCardProps) {
  const t = useT()
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const known = Math.max(shown, 0)
  return (
    <Card
      flush
      className="refused-card"
      title={t(list.state === 'checked' ? importingWords.errorsWill : importingWords.errors)}
      note={t(importingWords.errorsNote)}
      extra={
        list.errorFileUrl && (
          <Button icon={<Icon name="download" size={16} />} href={list.errorFileUrl}>
            {t(importingWords.downloadErrors)}
          </Button>
        )
      }
    >
      {query.isPending ? (
        <SkeletonRows rows={4} />
      ) : query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
        <section className="map-scroll" tabIndex={0} aria-label={t(importingWords.errors)}>
          <table className="list-table refused-rows">
            <thead>
              <tr>
                <th className="num">{t(importingWords.row)}</th>
                <th>{list.header[known] || shownAs}</th>
                <th>{t(importingWords.reason)}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, cells, reasons }) => (
                <tr key={row}>
                  <td className="num muted phone-line" data-label={t(importingWords.row)}>
                    {row}
                  </td>
                  <td>{cells[known] || '—'}</td>
                  <td>
                    {reasons.map(({ column, message }) => (
                      <span key={`${column}${message}`} className="refusal">
                        {column !== null && list.header[column] && (
                          <span className="muted">
                            {list.header[column]} <b>{cells[column] || '—'}</b>
                          </span>
                        )}
                        <span>{message}</span>
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {query.hasNextPage && (
        <div className="refused-more">
          <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t(importingWords.moreErrors)}
          </Button>
        </div>
      )}
    </Card>
  )
}
