import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { Definition } from '#ui/console/condition/condition.ts'
import { catalogueQuery } from '#ui/console/condition/queries.ts'
import { Card } from '#ui/console/Page.tsx'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type Behaviour, behaviours, type Matrix, matrixQuery } from './personas.queries.ts'
import { personaWords } from './personas.words.ts'

interface Props {
  readonly mayDefine: boolean
  readonly define: (definition: Definition, name: string) => void
}

/** Members by a field and by behaviour: where a crowd stands, a persona hides. */
export function MatrixCard({ mayDefine, define }: Props) {
  const t = useT()
  const catalogue = useQuery(catalogueQuery)
  const fields = (catalogue.data?.fields ?? []).filter(
    (field) =>
      !field.of && ['text', 'choice', 'choices'].includes(field.type) && !field.key.startsWith('segment.'),
  )
  const [chosen, setChosen] = useState<string>()
  const [behaviour, setBehaviour] = useState<Behaviour>('activity')
  const field = chosen ?? fields.find((one) => one.key.endsWith('city'))?.key ?? fields[0]?.key
  const query = useQuery({ ...matrixQuery(field ?? '', behaviour), enabled: field !== undefined })
  return (
    <Card
      title={t(personaWords.matrix)}
      note={t(personaWords.matrixNote)}
      extra={
        <span className="persona-table-pick">
          {t(personaWords.rows)}
          <Select
            aria-label={t(personaWords.rows)}
            value={field}
            onChange={setChosen}
            popupMatchSelectWidth={false}
            options={fields.map(({ key, label }) => ({ value: key, label }))}
          />
          {t(personaWords.columns)}
          <Select
            aria-label={t(personaWords.columns)}
            value={behaviour}
            onChange={setBehaviour}
            popupMatchSelectWidth={false}
            options={behaviours.map((value) => ({ value, label: t(personaWords[value]) }))}
          />
        </span>
      }
    >
      {catalogue.isError ? (
        <Failed error={catalogue.error} retry={() => catalogue.refetch()} />
      ) : catalogue.data && !field ? (
        <Empty icon="table" title={t(personaWords.noField)} />
      ) : query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : query.data ? (
        <MatrixTable matrix={query.data} mayDefine={mayDefine} define={define} />
      ) : (
        <SkeletonRows rows={6} />
      )}
    </Card>
  )
}

function MatrixTable({ matrix, mayDefine, define }: Props & { matrix: Matrix }) {
  const t = useT()
  const format = useFormat()
  const deepest = Math.max(
    0.01,
    ...matrix.rows.flatMap((row) => row.cells.map((cell) => (row.members ? cell.members / row.members : 0))),
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="persona-table-scroll" tabIndex={0} aria-label={matrix.behaviour}>
      <table className="persona-table">
        <thead>
          <tr>
            <th scope="col">{matrix.field.label}</th>
            <th scope="col" className="persona-number">
              {t(personaWords.all)}
            </th>
            {matrix.columns.map((column) => (
              <th key={column.key} scope="col" className="persona-number">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => {
            const label = row.value === '' ? t(personaWords.unknown) : row.label
            return (
              <tr key={row.value}>
                <th scope="row">{label}</th>
                <td className="persona-number">{format.number(row.members)}</td>
                {row.cells.map((cell, at) => {
                  const share = row.members ? cell.members / row.members : 0
                  const column = matrix.columns[at]
                  const inner = (
                    <>
                      <b>{format.number(cell.members)}</b>
                      <small>{format.percent(share)}</small>
                    </>
                  )
                  const shade = `color-mix(in srgb, var(--pine) ${Math.round((share / deepest) * 26)}%, transparent)`
                  return (
                    <td key={column?.key} className="persona-cell" style={{ background: shade }}>
                      {mayDefine && cell.members > 0 ? (
                        <button
                          type="button"
                          onClick={() => define(cell.definition, `${label} · ${column?.label ?? ''}`)}
                        >
                          <span className="sr-only">{`${label} · ${column?.label ?? ''}: `}</span>
                          {inner}
                        </button>
                      ) : (
                        inner
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
  )
}
