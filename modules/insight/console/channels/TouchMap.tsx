/** Channels by how far people went from there: a table, darker where more of those who could went on. */
import { Card } from '#ui/console/Page.tsx'
import { Empty } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { stageNames, trafficKinds } from '../../channels/types.ts'
import { useMoney } from '../attribution/CostTable.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useShade } from '../frame/shade.ts'
import { ChannelName } from './ChannelName.tsx'
import type { TouchpointAnswer } from './channels.queries.ts'
import { channelWords as words } from './channels.words.ts'
import { kindNames } from './types.ts'

interface Props {
  readonly answer: TouchpointAnswer
  readonly question: object
  readonly open?: ((channel: string) => void) | undefined
}

type Figures = Pick<TouchpointAnswer['total'], 'met' | 'stages' | 'revenue' | 'orders'>

export function TouchMap({ answer, question, open }: Props) {
  const t = useT()
  const format = useFormat()
  const money = useMoney()
  const shade = useShade()
  const { total, kinds, within } = answer
  const shown = answer.channels
    .filter(({ met, type }) => met > 0 || type !== null)
    .filter(({ channel }) => channel !== 'unknown')
  const [first] = answer.channels
  const highest = stageNames.map((_, at) =>
    Math.max(...shown.filter(({ met }) => met > 0).map(({ stages }) => stages[at]!.rate ?? 0), 1e-9),
  )
  const behind = (cell: object, title: string) => ({ analysis: 'touchpoints', question, cell, title })
  const cells = (figures: Figures, at: object, place: string, heat: boolean) => (
    <>
      <td>
        <PeopleDoor {...behind({ of: 'met', ...at }, t(words.behindMet, { place }))} count={figures.met} />
      </td>
      {figures.stages.map(({ stage, reached, base, rate }, nth) => (
        <td
          key={stage}
          className={heat && rate !== null ? 'channel-cell' : undefined}
          style={heat && rate !== null ? shade(rate / highest[nth]!) : undefined}
        >
          <PeopleDoor
            {...behind(
              { of: 'stage', stage, ...at },
              t(words.behindStage, { place, stage: t(words[stage]) }),
            )}
            count={reached}
          />
          <small title={t(words.ofBase, { rate: format.percent(rate ?? 0), base: format.number(base) })}>
            {rate === null ? t(words.unknown) : format.percent(rate)}
          </small>
        </td>
      ))}
      <td>{figures.orders === 0 ? t(words.unknown) : money(figures.revenue)}</td>
    </>
  )
  if (!first || total.met === 0)
    return (
      <Card>
        <Empty icon="insight" title={t(words.mapNone)} hint={t(words.mapNoneHint)} />
      </Card>
    )
  const shareOf = (kind: string) => (kinds.find((each) => each.kind === kind)?.met ?? 0) / total.met
  const classified = shown.some(({ type }) => type !== null)
  return (
    <Card
      title={t(classified ? words.mapTitle : words.mapTitleBare, {
        channel: first.name,
        met: format.number(first.met),
        own: format.percent(shareOf('own')),
        public: format.percent(shareOf('public')),
      })}
      note={t(words.mapNote, { within })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard */}
      <section className="channel-scroll" tabIndex={0} aria-label={t(words.place)}>
        <table className="channel-table channel-map">
          <thead>
            <tr>
              <th scope="col">{t(words.place)}</th>
              <th scope="col">{t(words.met)}</th>
              {stageNames.map((stage) => (
                <th key={stage} scope="col">
                  {t(words[stage])}
                </th>
              ))}
              <th scope="col">{t(words.revenue)}</th>
            </tr>
          </thead>
          {trafficKinds.map((kind) => {
            const rows = shown.filter((row) => row.kind === kind)
            const sums = kinds.find((each) => each.kind === kind)
            return (
              rows.length > 0 &&
              sums && (
                <tbody key={kind}>
                  <tr className="channel-sum">
                    <th scope="row">{t(kindNames[kind])}</th>
                    {cells(sums, { kind }, t(kindNames[kind]), false)}
                  </tr>
                  {rows.map((row) => (
                    <tr key={row.channel}>
                      <th scope="row" className="channel-of">
                        <ChannelName row={row} open={open} />
                      </th>
                      {cells(row, { channel: row.channel }, row.name, true)}
                    </tr>
                  ))}
                </tbody>
              )
            )
          })}
          <tfoot>
            <tr className="channel-sum">
              <th scope="row">{t(words.all)}</th>
              {cells(total, {}, t(words.all), false)}
            </tr>
          </tfoot>
        </table>
      </section>
      <p className="muted small channel-below">
        {answer.open > 0 && (
          <PeopleDoor {...behind({ of: 'open' }, t(words.behindOpen, { within }))} count={answer.open}>
            {t(words.openNote, { count: format.number(answer.open), within })}
          </PeopleDoor>
        )}
        {answer.strangers > 0 && (
          <span>{t(words.strangersNote, { count: format.number(answer.strangers) })}</span>
        )}
      </p>
    </Card>
  )
}
