import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { refusedQuery, type WholeImport } from './imports.queries.ts'
import { importWords } from './imports.words.ts'
import '#ui/console/list/list.css'

/** Rows that were, or would be, refused: where, why, and the file to correct them in. */
export function RefusedCard({ list }: { list: WholeImport }) {
  const t = useT()
  const query = useInfiniteQuery(refusedQuery(list.id, list.state))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const named = list.plan.columns.indexOf('nickname')
  const shown = Math.max(named, 0)
  return (
    <Card
      flush
      className="refused-card"
      title={t(list.state === 'checked' ? importWords.errorsWill : importWords.errors)}
      note={t(importWords.errorsNote)}
      extra={
        list.errorFileUrl && (
          <Button icon={<Icon name="download" size={16} />} href={list.errorFileUrl}>
            {t(importWords.downloadErrors)}
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
        <section className="map-scroll" tabIndex={0} aria-label={t(importWords.errors)}>
          <table className="list-table refused-rows">
            <thead>
              <tr>
                <th className="num">{t(importWords.row)}</th>
                <th>{list.header[shown] || t(importWords.nickname)}</th>
                <th>{t(importWords.reason)}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, cells, reasons }) => (
                <tr key={row}>
                  <td className="num muted">{row}</td>
                  <td>{cells[shown] || '—'}</td>
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
            {t(importWords.moreErrors)}
          </Button>
        </div>
      )}
    </Card>
  )
}
