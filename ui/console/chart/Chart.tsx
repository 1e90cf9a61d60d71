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
  more: {
    zh: '另有 {rows} 行，见数据文件',
    en: '{rows|One more row is|{rows} more rows are} in the file of the data',
  },
})

/** A cell of the table: its value, which goes into files, and what stands for it on the screen (a door). */
export type ChartCell = string | number | { readonly value: string | number; readonly shown: ReactNode }

export interface ChartTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly ChartCell[])[]
}

/** A mark of the drawing that was pointed at. */
export interface Picked {
  readonly series: number
  readonly seriesId: string
  readonly at: number
  readonly name: string
  readonly data: unknown
}

export interface ChartProps {
  /** A sentence: 周活跃成员 9,846 人，比上周多 312 人. */
  readonly title: string
  /** Unit and 口径. */
  readonly note: string
  readonly option?: ((colours: Colours) => ChartOption) | undefined
  /** Drawn in the page instead of on a canvas; its picture is its table. */
  readonly children?: ReactNode
  readonly table: ChartTable
  /** What the drawing shows, for those who cannot see it. */
  readonly summary: string
  /** Name of the files it is saved as. */
  readonly file: string
  /** Of the canvas, and at most of the table. */
  readonly height: number
  /** The canvas takes what room its card has, `height` at least: beside a card that is taller. */
  readonly grow?: boolean
  readonly legend?: ReactNode
  /** More tools, before those of every chart. */
  readonly tools?: ReactNode
  /** A mark was clicked; the table offers the same to the keyboard. */
  readonly pick?: ((picked: Picked) => void) | undefined
  readonly className?: string
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

export function Chart(props: ChartProps) {
  const {
    title,
    note,
    option,
    children,
    table,
    summary,
    file,
    height,
    grow,
    legend,
    tools,
    pick,
    className,
  } = props
  const t = useT()
  const theme = useTheme()
  const box = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const picture = useRef<(() => string) | undefined>(undefined)
  const picking = useRef(pick)
  picking.current = pick

  useEffect(() => {
    const element = box.current
    if (!element || asTable || !option) return
    let stop = () => {}
    let gone = false
    import('./canvas.ts').then(({ draw }) => {
      if (gone) return
      const chart = draw(element)
      chart.setOption(option(coloursOf(theme)))
      chart.on('click', (event) => {
        const { seriesIndex = -1, seriesId = '', dataIndex = -1, name = '', data } = event as PickEvent
        picking.current?.({ series: seriesIndex, seriesId, at: dataIndex, name, data })
      })
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
    const { pictureOf } = await import('./picture.ts')
    const url = asTable ? undefined : picture.current?.()
    const element = box.current
    const blob = await pictureOf({
      title,
      note,
      colours: coloursOf(theme),
      ...(url && element
        ? { drawing: { url, width: element.clientWidth, height: element.clientHeight } }
        : {}),
      table: {
        head: table.head,
        rows: table.rows.map((row) => row.map((cell) => textOf(savedOf(cell)))),
      },
      more: (rows) => t(words.more, { rows }),
    })
    if (blob) saveBlob(`${file}.png`, blob)
  }
  return (
    <section className={`card chart ${grow ? 'chart-grow' : ''} ${className ?? ''}`}>
      <header className="card-head">
        <div>
          <h2>{title}</h2>
          <p className="card-note chart-note">{note}</p>
        </div>
        <div className="chart-tools">
          {tools}
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
                  onClick: () =>
                    downloadCsv(file, [table.head, ...table.rows.map((row) => row.map(savedOf))]),
                },
                { key: 'png', label: t(words.png), onClick: savePng },
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
      ) : option ? (
        <figure
          aria-label={summary}
          role="img"
          className={pick ? 'pickable' : undefined}
          style={grow ? { minHeight: height } : undefined}
        >
          <div ref={box} style={grow ? undefined : { height }} aria-hidden="true" />
        </figure>
      ) : (
        children
      )}
      {legend && <div className="chart-legend">{legend}</div>}
    </section>
  )
}

interface PickEvent {
  readonly seriesIndex?: number
  readonly seriesId?: string
  readonly dataIndex?: number
  readonly name?: string
  readonly data?: unknown
}

const textOf = (value: string | number): string =>
  typeof value === 'number' ? value.toLocaleString() : value

const savedOf = (cell: ChartCell): string | number => (typeof cell === 'object' ? cell.value : cell)

const shownOf = (cell: ChartCell): ReactNode =>
  typeof cell === 'object' ? cell.shown : typeof cell === 'number' ? cell.toLocaleString() : cell

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
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows may say the same; they have no identity but their place
            <tr key={at}>
              {row.map((cell, place) => (
                <td key={table.head[place]}>{shownOf(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
