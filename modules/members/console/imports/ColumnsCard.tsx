import { Select, Tooltip } from 'antd'
import { Card } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { Plan, PreviewedRow, WholeImport } from './imports.queries.ts'
import { importWords } from './imports.words.ts'
import { giveTarget, targetOptions } from './targets.ts'

const shownRows = 8

interface ColumnsCardProps {
  readonly list: WholeImport
  readonly plan: Plan
  readonly change: (plan: Plan) => void
  readonly rows: readonly PreviewedRow[]
}

/** The list as it is, each column under what it means; cells that cannot be read are marked with why. */
export function ColumnsCard({ list, plan, change, rows }: ColumnsCardProps) {
  const t = useT()
  const options = targetOptions(t, list, plan.columns)
  const locked = !list.can.check
  const choose = (column: number, value: string) => {
    const columns = giveTarget(plan.columns, column, value === '' ? null : value)
    const card = columns.includes('card')
      ? plan.card.length > 0
        ? plan.card
        : ['city', null, 'nickname']
      : []
    change({ ...plan, columns, card })
  }
  return (
    <Card flush title={t(importWords.meansTitle)} note={t(importWords.meansNote)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard */}
      <section className="map-scroll" tabIndex={0} aria-label={t(importWords.meansTitle)}>
        <table className="map">
          <thead>
            <tr>
              <th className="map-row">
                <span className="sr-only">{t(importWords.row)}</span>
              </th>
              {list.header.map((name, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file are their places; names repeat
                <th key={column} className={plan.columns[column] ? 'given' : ''}>
                  <span className="map-name">{name || '—'}</span>
                  <Select
                    size="small"
                    showSearch={{ optionFilterProp: 'label' }}
                    popupMatchSelectWidth={240}
                    aria-label={t(importWords.column, { number: column + 1, name })}
                    value={plan.columns[column] ?? ''}
                    disabled={locked}
                    options={options}
                    onChange={(value: string) => choose(column, value)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.samples.slice(0, shownRows).map((cells, at) => {
              const reasons = rows[at]?.reasons ?? []
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are their places
                <tr key={at}>
                  <td className="map-row muted">{at + 2}</td>
                  {list.header.map((_, column) => {
                    const wrong = reasons.filter((reason) => reason.column === column)
                    return (
                      <td
                        // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file are their places
                        key={column}
                        className={`${plan.columns[column] ? '' : 'left-out'} ${wrong.length > 0 ? 'wrong' : ''}`}
                      >
                        {wrong.length > 0 ? (
                          <Tooltip title={wrong.map(({ message }) => message).join(' · ')}>
                            <span className="map-wrong">
                              {cells[column] || '—'}
                              <span className="sr-only">
                                {wrong.map(({ message }) => message).join(' · ')}
                              </span>
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
