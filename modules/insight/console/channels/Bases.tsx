/** Which channel should be the base of fans: what each costs and keeps, what the figures say, and what was decided. */
import { useQuery } from '@tanstack/react-query'
import { Card, Tag } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { useMoney } from '../attribution/CostTable.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { ChannelName } from './ChannelName.tsx'
import { registerQuery, type TouchpointAnswer } from './channels.queries.ts'
import { channelWords as words } from './channels.words.ts'

interface Props {
  readonly answer: TouchpointAnswer
  readonly question: object
  readonly open?: ((channel: string) => void) | undefined
}

type Figures = Omit<TouchpointAnswer['total'], 'met' | 'stages'>

export function Bases({ answer, question, open }: Props) {
  const t = useT()
  const format = useFormat()
  const money = useMoney()
  const title = useVerdict(answer)
  const { within, least, total } = answer
  const shown = answer.channels.filter(({ fans, cost, isBase }) => fans > 0 || cost !== null || isBase)
  if (shown.length === 0) return null
  const behind = (cell: object, title: string) => ({ analysis: 'touchpoints', question, cell, title })
  const cells = (each: Figures, at: object, place: string) => (
    <>
      <td>
        <PeopleDoor {...behind({ of: 'fans', ...at }, t(words.behindFans, { place }))} count={each.fans} />
      </td>
      <td>
        <PeopleDoor {...behind({ of: 'kept', ...at }, t(words.behindKept, { place }))} count={each.kept} />{' '}
        <small>{each.keptRate === null ? t(words.unknown) : format.percent(each.keptRate)}</small>
      </td>
      <td>{money(each.cost)}</td>
      <td>{money(each.perFan)}</td>
      <td>{money(each.perKept)}</td>
      <td>
        <PeopleDoor
          {...behind({ of: 'buyers', ...at }, t(words.behindBuyers, { place }))}
          count={each.buyers}
        />
      </td>
      <td>{money(each.revenuePerFan)}</td>
      <td>
        {each.roas === null ? t(words.unknown) : `${format.number(Math.round(each.roas * 100) / 100)}×`}
      </td>
      <td className="channel-few">{each.small && <Tag>{t(words.small)}</Tag>}</td>
    </>
  )
  return (
    <Card
      title={title}
      note={t(words.baseNote, { from: within, to: within + 6, full: within + 7, within, least })}
    >
      <Chosen />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard */}
      <section className="channel-scroll" tabIndex={0} aria-label={t(words.bases)}>
        <table className="channel-table">
          <thead>
            <tr>
              {[
                words.place,
                words.fans,
                words.kept,
                words.cost,
                words.perFan,
                words.perKept,
                words.buyers,
                words.revenuePerFan,
                words.roas,
              ].map((head) => (
                <th key={head.en} scope="col">
                  {t(head)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.channel}>
                <th scope="row">
                  <ChannelName row={row} open={open} />
                </th>
                {cells(row, { channel: row.channel }, row.name)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="channel-sum">
              <th scope="row">{t(words.all)}</th>
              {cells(total, {}, t(words.all))}
            </tr>
          </tfoot>
        </table>
      </section>
    </Card>
  )
}

/** What the figures say, as a sentence. */
function useVerdict({ verdict, channels }: TouchpointAnswer): string {
  const t = useT()
  const format = useFormat()
  const money = useMoney()
  if (!verdict) return t(words.baseTitleNone)
  const { name, next, by, clear } = verdict
  const best = channels.find(({ channel }) => channel === verdict.channel)
  const values = { channel: name, next: next ?? '' }
  if (!clear) return t(words.baseTitleClose, values)
  return by === 'cost'
    ? t(words.baseTitleCost, { ...values, cost: money(best?.perKept ?? null) })
    : t(words.baseTitleKept, { ...values, rate: format.percent(best?.keptRate ?? 0) })
}

/** What the team decided: who, when and why. */
function Chosen() {
  const t = useT()
  const format = useFormat()
  const register = useQuery(registerQuery).data?.items
  if (!register) return null
  const bases = register.flatMap(({ name, base }) => (base ? [{ name, ...base }] : []))
  if (bases.length === 0) return <p className="muted small">{t(words.noBase)}</p>
  return (
    <dl className="channel-bases">
      {bases.map(({ name, at, byName, reason }) => (
        <div key={name}>
          <dt>
            <Tag tone="pine">{t(words.base)}</Tag> {name}
          </dt>
          <dd className="muted small">
            {t(words.baseSaid, { who: byName ?? t(words.somebody), date: format.date(at), reason })}
          </dd>
        </div>
      ))}
    </dl>
  )
}
