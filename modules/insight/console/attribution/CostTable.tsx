/** What each channel costs and gives back; every number of people is a door. */

import type { ReactNode } from 'react'
import { moneyWords } from '#base/text/money.ts'
import { Card } from '#ui/console/Page.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { type Behind, PeopleDoor } from '../frame/PeopleDoor.tsx'
import type { AttributionAnswer, AttributionQuestion, ChannelFigures } from './attribution.queries.ts'
import { attributionWords as words } from './attribution.words.ts'

export const useMoney = () => {
  const { locale } = useReading()
  const t = useT()
  return (minor: number | null) =>
    minor === null ? t(words.unknownAmount) : moneyWords(locale, Math.round(minor), 'CNY')
}

interface Props {
  readonly answer: AttributionAnswer
  readonly question: AttributionQuestion
  readonly behind: (cell: object, title: string) => Behind
  readonly actions: ReactNode
}

export function CostTable({ answer, question, behind, actions }: Props) {
  const t = useT()
  const format = useFormat()
  const money = useMoney()
  const model = question.model ?? 'lastNonDirect'
  const cheapest = answer.channels
    .filter(({ perFan }) => perFan !== null)
    .sort((one, other) => one.perFan! - other.perFan!)[0]
  const number = (value: number) => format.number(Math.round(value * 10) / 10)
  const rate = (value: number | null) =>
    value === null ? t(words.unknownAmount) : `${format.number(Math.round(value * 100) / 100)}×`
  const percent = (value: number | null) => (value === null ? t(words.unknownAmount) : format.percent(value))
  const door = (cell: object, title: string, count: number) => (
    <PeopleDoor {...behind(cell, title)} count={count} />
  )
  const row = (each: ChannelFigures) => (
    <tr key={each.channel}>
      <th scope="row">{each.name}</th>
      <td>
        {door(
          { of: 'channel', channel: each.channel },
          t(words.behindChannel, { channel: each.name }),
          each.members,
        )}
      </td>
      <td>{number(each.credits[model]?.conversions ?? 0)}</td>
      <td>
        {door({ of: 'fans', channel: each.channel }, t(words.behindFans, { channel: each.name }), each.fans)}
      </td>
      <td>
        {door({ of: 'kept', channel: each.channel }, t(words.behindKept, { channel: each.name }), each.kept)}
      </td>
      <td>{money(each.cost)}</td>
      <td>{money(each.perFan)}</td>
      <td>{money(each.perKept)}</td>
      <td>{money(each.perConversion)}</td>
      <td>{rate(each.roas)}</td>
      <td className={each.roi !== null && each.roi < 0 ? 'bad' : undefined}>{percent(each.roi)}</td>
    </tr>
  )
  return (
    <Card
      title={
        cheapest
          ? t(words.costTitle, { channel: cheapest.name, cost: money(cheapest.perFan) })
          : t(words.costTitleNone)
      }
      note={t(words.costNote)}
      extra={actions}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard */}
      <section className="attribution-scroll" tabIndex={0} aria-label={t(words.cost)}>
        <table className="attribution-table">
          <thead>
            <tr>
              {[
                words.channel,
                words.met,
                words.won,
                words.fans,
                words.kept,
                words.cost,
                words.perFan,
                words.perKept,
                words.perConversion,
                words.roas,
                words.roi,
              ].map((head) => (
                <th key={head.en} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{answer.channels.map(row)}</tbody>
        </table>
      </section>
    </Card>
  )
}

/** S2-56: what keeping a member costs against winning one. */
export function Keeping({ answer: { keeping }, behind }: Pick<Props, 'answer' | 'behind'>) {
  const t = useT()
  const format = useFormat()
  const money = useMoney()
  const { perFan, perRegular, ratio, fans, regulars } = keeping
  return (
    <Card
      title={ratio === null ? t(words.keepTitleNone) : t(words.keepTitle, { ratio: format.percent(ratio) })}
      note={t(words.keepNote)}
    >
      <dl className="facts">
        <dt>{t(words.winning)}</dt>
        <dd>{perFan === null ? t(words.unknownAmount) : t(words.perHead, { cost: money(perFan) })}</dd>
        <dt>{t(words.keeping)}</dt>
        <dd>
          {perRegular === null ? t(words.unknownAmount) : t(words.perHead, { cost: money(perRegular) })}
        </dd>
        <dt>{t(words.fans)}</dt>
        <dd>{format.number(fans)}</dd>
        <dt>{t(words.regulars)}</dt>
        <dd>
          <PeopleDoor {...behind({ of: 'regulars' }, t(words.behindRegulars))} count={regulars} />
        </dd>
      </dl>
    </Card>
  )
}
