import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import type { Condition, Definition } from '#ui/console/condition/condition.ts'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { knownSegmentsQuery, type Overlap, overlapQuery } from './segments.queries.ts'
import { segmentWords } from './segments.words.ts'
import './overlap.css'
import './segments.css'

const most = 8

/** Which people segments share. The choice stands in the address. */
export default function OverlapScreen() {
  const t = useT()
  const [url, setUrl] = useUrlState()
  const known = useQuery(knownSegmentsQuery).data ?? []
  const ids = (url.ids ?? '').split(',').filter(Boolean).slice(0, most)
  const found = useQuery({ ...overlapQuery(ids), placeholderData: keepPreviousData })
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/segments">{t(segmentWords.segments)}</Link>
          <Icon name="right" size={14} />
          <span>{t(segmentWords.overlap)}</span>
        </nav>
      }
      title={t(segmentWords.overlap)}
      lead={t(segmentWords.overlapLead)}
    >
      <Select
        mode="multiple"
        className="seg-choose"
        aria-label={t(segmentWords.choose)}
        placeholder={t(segmentWords.choose)}
        maxCount={most}
        value={ids}
        onChange={(chosen: string[]) => setUrl({ ids: chosen.join(',') })}
        options={known.map((segment) => ({ value: segment.id, label: segment.name }))}
        showSearch={{ optionFilterProp: 'label' }}
      />
      {ids.length < 2 ? (
        <Card>
          <Empty icon="columns" title={t(segmentWords.choose)} hint={t(segmentWords.chooseHint)} />
        </Card>
      ) : found.data ? (
        <Shared overlap={found.data} />
      ) : found.isError ? (
        <Failed error={found.error} retry={() => found.refetch()} />
      ) : (
        <SkeletonRows rows={4} />
      )}
    </Page>
  )
}

function Shared({ overlap }: { overlap: Overlap }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const navigate = useNavigate()
  const { segments, both, parts, together } = overlap
  const nameOf = (place: number) => segments[place]?.name ?? ''
  const saying = (of: readonly number[]) =>
    t(of.length === 1 ? segmentWords.only : segmentWords.bothIn, { names: of.map(nameOf).join('、') })
  const most = Math.max(1, ...parts.map((part) => part.members))
  const save = (of: readonly number[]) =>
    navigate({
      to: '/segments/new',
      search: { name: saying(of).slice(0, 60), definition: JSON.stringify(exactly(overlap, of)) },
    })
  return (
    <div className="split seg-overlap">
      <Card
        title={t(segmentWords.together, { count: format.number(together) })}
        note={t(segmentWords.matrixNote)}
      >
        <div className="seg-matrix">
          <table>
            <thead>
              <tr>
                <td />
                {segments.map((segment) => (
                  <th key={segment.id} scope="col">
                    {segment.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {segments.map((row, a) => (
                <tr key={row.id}>
                  <th scope="row">{row.name}</th>
                  {segments.map((column, b) => {
                    const shared = both[a]?.[b] ?? 0
                    const share = row.members === 0 ? 0 : shared / row.members
                    return (
                      <td
                        key={column.id}
                        className={a === b ? 'self' : ''}
                        style={
                          a === b
                            ? undefined
                            : {
                                background: `color-mix(in srgb, var(--pine) ${Math.round(share * 34)}%, var(--card))`,
                              }
                        }
                      >
                        <b>{format.number(shared)}</b>
                        {a !== b && <small>{format.percent(share)}</small>}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <Card title={t(segmentWords.parts)} note={may('audience.edit') ? t(segmentWords.partsNote) : undefined}>
        <ul className="seg-parts">
          {parts.map((part) => (
            <li key={part.of.join()}>
              <span>
                {saying(part.of)}
                <i aria-hidden="true">
                  <b style={{ width: `${Math.max(1, (part.members / most) * 100)}%` }} />
                </i>
              </span>
              <b>{format.number(part.members)}</b>
              {may('audience.edit') && (
                <Button
                  size="small"
                  aria-label={`${t(segmentWords.asSegment)}: ${saying(part.of)}`}
                  onClick={() => save(part.of)}
                >
                  {t(segmentWords.asSegment)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

/** In these, and in none of the others. */
function exactly({ segments }: Overlap, of: readonly number[]): Definition {
  const all = segments.map(({ id }, place): Condition => {
    const inside: Condition = { kind: 'segment', segment: id }
    return of.includes(place) ? inside : { kind: 'not', of: inside }
  })
  return { version: 1, who: { kind: 'all', of: all } }
}
