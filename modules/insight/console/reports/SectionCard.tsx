/** A part of a report: its sentence, figures, line, table; doors lead to the live screens. */
import { type ReactNode, useMemo } from 'react'
import { Chart } from '#ui/console/chart/Chart.tsx'
import { Card } from '#ui/console/Page.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { figureWords } from '../../figure.ts'
import { sayFigure } from '../../reports/say-figure.ts'
import { shortDay } from '../calendar.ts'
import { QuestionLink } from '../frame/QuestionLink.tsx'
import { reportLineOption } from './line.ts'
import type { Part, Section } from './reports.queries.ts'
import { reportsWords as words } from './reports.words.ts'

type Door = Section['door']

/** A live screen with its question. */
export function LiveDoor({ door, children }: { readonly door: Door; readonly children: ReactNode }) {
  if (!door) return children
  return (
    <QuestionLink to={door.path} question={door.question} className="door">
      {children}
    </QuestionLink>
  )
}

export function SectionCard({ section }: { readonly section: Section }) {
  const t = useT()
  const { door } = section
  const charts = section.parts.filter((part) => part.kind === 'line')
  const others = section.parts.filter((part) => part.kind !== 'line')
  return (
    <section className="report-section">
      <p className="report-label">{t(section.label)}</p>
      {charts.map((part) => (
        <LinePart key={part.title.zh} part={part} name={section.name} />
      ))}
      {charts.length === 0 && (
        <Card
          title={t(section.title)}
          note={t(section.about)}
          extra={
            door && (
              <span className="small">
                <LiveDoor door={door}>{t(words.live)}</LiveDoor>
              </span>
            )
          }
        >
          {others.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a frozen report never move
            <PartView key={at} part={part} />
          ))}
        </Card>
      )}
    </section>
  )
}

function PartView({ part }: { readonly part: Exclude<Part, { kind: 'line' }> }) {
  const t = useT()
  const { locale } = useReading()
  switch (part.kind) {
    case 'sentences':
      return (
        <ul className="report-says">
          {part.items.map(({ text, tone, door }) => (
            <li key={text.zh} className={tone ?? 'plain'}>
              <LiveDoor door={door}>{t(text)}</LiveDoor>
            </li>
          ))}
        </ul>
      )
    case 'figures':
      return (
        <dl className="report-figures">
          {part.items.map((item) => {
            const { name, now, before, change, turn, formula } = sayFigure(item, locale)
            return (
              <div key={item.name.zh}>
                <dt>{name}</dt>
                <dd className="now">{now}</dd>
                <dd className="small">
                  <span className={`turn ${turn}`}>{change}</span>{' '}
                  <span className="muted">{t(words.before, { value: before })}</span>
                </dd>
                <dd className="muted small">{formula}</dd>
              </div>
            )
          })}
        </dl>
      )
    case 'table':
      return (
        <>
          {part.title && <h3 className="report-table-title">{t(part.title)}</h3>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard */}
          <section className="report-scroll" tabIndex={0} aria-label={t(part.title ?? part.head[0]!)}>
            <table className="report-table">
              <thead>
                <tr>
                  {part.head.map((text, at) => (
                    <th key={text.zh} className={part.figures.includes(at) ? 'number' : ''}>
                      {t(text)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {part.rows.map((cells, row) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows of a frozen report never move
                  <tr key={row}>
                    {cells.map(({ text, tone, door }, at) => (
                      <td
                        key={part.head[at]?.zh}
                        className={`${part.figures.includes(at) ? 'number' : ''} turn ${tone ?? 'plain'}`}
                      >
                        <LiveDoor door={door}>{t(text)}</LiveDoor>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )
  }
}

function LinePart({ part, name }: { readonly part: Extract<Part, { kind: 'line' }>; readonly name: string }) {
  const t = useT()
  const { locale } = useReading()
  const figure = (value: number | null) => figureWords(value, part.unit, locale)
  const option = useMemo(
    () =>
      reportLineOption(part, {
        figure: (value) => figureWords(value, part.unit, locale),
        goal: t(words.goal),
      }),
    [part, locale, t],
  )
  return (
    <Chart
      title={t(part.title)}
      note={t(part.note)}
      option={option}
      table={{
        head: [t(words.first), t(words.now), ...(part.before.length > 0 ? [t(words.earlier)] : [])],
        rows: part.points.map(({ start, value }, at) => [
          shortDay(start),
          figure(value),
          ...(part.before.length > 0 ? [figure(part.before[at] ?? null)] : []),
        ]),
      }}
      summary={t(words.lineSummary, {
        first: figure(part.points[0]?.value ?? null),
        last: figure(part.points.at(-1)?.value ?? null),
      })}
      file={`report-${name}`}
      height={240}
      tools={
        part.door && (
          <span className="small report-live">
            <LiveDoor door={part.door}>{t(words.live)}</LiveDoor>
          </span>
        )
      }
    />
  )
}
