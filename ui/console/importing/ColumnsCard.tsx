import { Select, type SelectProps, Tooltip } from 'antd'
import { Card } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { importingWords } from './importing.words.ts'
import type { RefusedRow } from './list.ts'

const shownRows = 8

interface ColumnsCardProps {
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
  readonly columns: readonly (string | null)[]
  readonly options: SelectProps['options']
  readonly locked: boolean
  readonly choose: (column: number, target: string | null) => void
  /** Why cells of the row below the heading, from 0, cannot be read. */
  readonly reasonsOf: (row: number) => RefusedRow['reasons']
}

/** The list as it is, each column under what it means; cells that cannot be read are marked with why. */
export function ColumnsCard({
  header,
  samples,
  columns,
  options,
  locked,
  choose,
  reasonsOf,
}: ColumnsCardProps) {
  const t = useT()
  return (
    <Card flush title={t(importingWords.meansTitle)} note={locked ? undefined : t(importingWords.meansNote)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard */}
      <section className="map-scroll" tabIndex={0} aria-label={t(importingWords.meansTitle)}>
        <table className="map">
          <thead>
            <tr>
              <th className="map-row">
                <span className="sr-only">{t(importingWords.row)}</span>
              </th>
              {header.map((name, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file are their places; names repeat
                <th key={column} className={columns[column] ? 'given' : ''}>
                  <span className="map-name">{name || '—'}</span>
                  <Select
                    size="small"
                    showSearch={{ optionFilterProp: 'label' }}
                    popupMatchSelectWidth={240}
                    aria-label={t(importingWords.column, { number: column + 1, name })}
                    value={columns[column] ?? ''}
                    disabled={locked}
                    options={options ?? []}
                    onChange={(value: string) => choose(column, value === '' ? null : value)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.slice(0, shownRows).map((cells, at) => {
              const reasons = reasonsOf(at)
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are their places
                <tr key={at}>
                  <td className="map-row muted">{at + 2}</td>
                  {header.map((_, column) => {
                    const wrong = reasons.filter((reason) => reason.column === column)
                    const why = wrong.map(({ message }) => message).join(' · ')
                    return (
                      <td
                        // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file are their places
                        key={column}
                        className={`${columns[column] ? '' : 'left-out'} ${wrong.length > 0 ? 'wrong' : ''}`}
                      >
                        {wrong.length > 0 ? (
                          <Tooltip title={why}>
                            <span className="map-wrong">
                              {cells[column] || '—'}
                              <span className="sr-only">{why}</span>
                            </span>
                          </Tooltip>
                        ) : (
                          cells[column]
                        )}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </Card>
  )
}
