/**
 * The one chart of the console: a title that says what it shows, the unit and how it is counted, the
 * drawing, the same numbers as a table, and both as a file.
 */
import { Button, Dropdown } from 'antd'
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { defineMessages } from '#base/i18n/messages.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { downloadCsv, saveBlob } from '../list/csv.ts'
import { type ChartOption, type Colours, coloursOf, themeNow } from './option.ts'
import './chart.css'

const words = defineMessages({
  table: { zh: '看表格', en: 'Show as table' },
  drawing: { zh: '看图', en: 'Show as chart' },
  download: { zh: '下载', en: 'Download' },
  csv: { zh: '数据（CSV）', en: 'Data (CSV)' },
  png: { zh: '图片（PNG）', en: 'Picture (PNG)' },
})

export interface ChartTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

interface ChartProps {
  /** A sentence: 周活跃成员 9,846 人，比上周多 312 人. */
  readonly title: string
  /** Unit and 口径. */
  readonly note: string
  readonly option: (colours: Colours) => ChartOption
  readonly table: ChartTable
  /** What the drawing shows, for those who cannot see it. */
  readonly summary: string
  /** Name of the files it is saved as. */
  readonly file: string
  readonly height: number
  readonly legend?: ReactNode
}

const subscribeTheme = (changed: () => void) => {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  system.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', changed)
  }
}

export const useTheme = () => useSyncExternalStore(subscribeTheme, themeNow)

export function Chart({ title, note, option, table, summary, file, height, legend }: ChartProps) {
  const t = useT()
  const theme = useTheme()
  const box = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const picture = useRef<(() => string) | undefined>(undefined)

  useEffect(() => {
    const element = box.current
    if (!element || asTable) return
    let stop = () => {}
    let gone = false
    import('./canvas.ts').then(({ draw }) => {
      if (gone) return
      const chart = draw(element)
      chart.setOption(option(coloursOf(theme)))
      picture.current = () =>
        chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: coloursOf(theme).card })
      const observer = new ResizeObserver(() => chart.resize())
      observer.observe(element)
      stop = () => {
        observer.disconnect()
        chart.dispose()
      }
    })
    return () => {
      gone = true
      stop()
    }
  }, [option, theme, asTable])

  const savePng = async () => {
    const url = picture.current?.()
    if (url) {
      const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (char) => char.charCodeAt(0))
      saveBlob(`${file}.png`, new Blob([bytes], { type: 'image/png' }))
    }
  }
  return (
    <section className="card chart">
      <header className="card-head">
        <div>
          <h2>{title}</h2>
          <p className="card-note chart-note">{note}</p>
        </div>
        <div className="chart-tools">
          <Button
            type="text"
            size="small"
            aria-label={asTable ? t(words.drawing) : t(words.table)}
            aria-pressed={asTable}
            icon={<Icon name={asTable ? 'insight' : 'table'} size={16} />}
            onClick={() => setAsTable(!asTable)}
          />
          <Dropdown
            trigger={['click']}
            placement="bottomRight"
            menu={{
              items: [
                {
                  key: 'csv',
                  label: t(words.csv),
                  onClick: () => downloadCsv(file, [table.head, ...table.rows]),
                },
                ...(asTable ? [] : [{ key: 'png', label: t(words.png), onClick: savePng }]),
              ],
            }}
          >
            <Button
              type="text"
              size="small"
              aria-label={t(words.download)}
              icon={<Icon name="download" size={16} />}
            />
          </Dropdown>
        </div>
      </header>
      {asTable ? (
        <TableView table={table} height={height} title={title} />
      ) : (
        <figure aria-label={summary} role="img">
          <div ref={box} style={{ height }} aria-hidden="true" />
        </figure>
      )}
      {legend && <div className="chart-legend">{legend}</div>}
    </section>
  )
}

function TableView({ table, height, title }: { table: ChartTable; height: number; title: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard
    <section className="chart-table" style={{ maxHeight: height }} tabIndex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            {table.head.map((cell) => (
              <th key={cell}>{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={String(row[0])}>
              {row.map((cell, place) => (
                <td key={table.head[place]}>{typeof cell === 'number' ? cell.toLocaleString() : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
