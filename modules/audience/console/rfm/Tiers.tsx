import { useState } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { useAmount } from './amount.ts'
import { answersOf, sumsOf, tiers } from './figures.ts'
import type { Behind, Model, Picture, Tier } from './rfm.queries.ts'
import { rfmWords } from './rfm.words.ts'

/** R, F, M as three small marks: filled is near or high; the letter stays, so colour says nothing alone. */
export function Answers({ tier }: { tier: Tier }) {
  const t = useT()
  const answers = answersOf(tier)
  const [near, often, much] = answers
  const said = [
    `R ${t(near ? rfmWords.near : rfmWords.far)}`,
    `F ${t(often ? rfmWords.high : rfmWords.low)}`,
    `M ${t(much ? rfmWords.high : rfmWords.low)}`,
  ]
  return (
    <span className="answers" role="img" aria-label={said.join(' · ')} title={said.join(' · ')}>
      {['R', 'F', 'M'].map((letter, at) => (
        <i key={letter} data-high={answers[at] || undefined}>
          {letter}
        </i>
      ))}
    </span>
  )
}

interface TiersProps {
  readonly model: Model
  readonly picture: Picture
  readonly open: (behind: Behind, name: string, members: number) => void
}

/** The eight tiers and who stands outside: people, share, what they bring, what we do for them. */
export function Tiers({ model, picture, open }: TiersProps) {
  const t = useT()
  const format = useFormat()
  const { show, unit } = useAmount(model.inForce.definition.amount.unit)
  const [told, setTold] = useState<string>('important_value')
  const sums = sumsOf(picture.cells)
  const total = [...sums.values()].reduce((sum, each) => sum + each.amount, 0)
  const most = Math.max(1, ...[...sums.values()].map((each) => each.members))
  const share = (part: number, whole: number) =>
    whole > 0 ? format.percent(Math.round((part / whole) * 1000) / 1000) : '—'
  const outside = Math.max(0, picture.members - picture.measured)
  const words = new Map(model.tiers.map((tier) => [tier.key, tier]))
  return (
    <Card flush title={t(rfmWords.tiersTitle)} note={t(rfmWords.tiersNote)} className="tiers-card">
      <table className="tiers">
        <thead>
          <tr>
            <th scope="col">{t(rfmWords.tier)}</th>
            <th scope="col" className="num">
              {t(rfmWords.people)}
            </th>
            <th scope="col" className="tiers-bar-head">
              {t(rfmWords.share)}
            </th>
            <th scope="col" className="num">
              {unit === 'money' ? t(rfmWords.value) : t(rfmWords.valuePoints)}
            </th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((key) => {
            const sum = sums.get(key) ?? { members: 0, amount: 0 }
            const tier = words.get(key)
            const name = tier?.name ?? key
            const isTold = told === key
            return [
              <tr key={key} data-told={isTold || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="tier-name"
                    aria-expanded={isTold}
                    onClick={() => setTold(isTold ? '' : key)}
                  >
                    <Answers tier={key} />
                    <span title={tier && tier.name !== tier.fixedName ? tier.fixedName : undefined}>
                      {name}
                    </span>
                    <Icon name={isTold ? 'up' : 'down'} size={14} />
                  </button>
                </th>
                <td className="num">
                  {sum.members > 0 ? (
                    <button
                      type="button"
                      className="door"
                      onClick={() => open({ tier: key }, name, sum.members)}
                    >
                      {format.number(sum.members)}
                    </button>
                  ) : (
                    <span className="muted">0</span>
                  )}
                </td>
                <td className="tiers-bar">
                  <i style={{ width: `calc((100% - 60px) * ${sum.members / most})` }} data-tier={key} />
                  <span className="small muted">{share(sum.members, picture.measured)}</span>
                </td>
                <td className="num">
                  {show(sum.amount)}
                  <span className="tiers-part muted small">{share(sum.amount, total)}</span>
                </td>
              </tr>,
              isTold && (
                <tr key={`${key} strategy`} className="tier-told">
                  <td colSpan={4}>
                    <p>
                      <b>{t(rfmWords.strategy)}</b>
                      {tier?.strategy}
                    </p>
                  </td>
                </tr>
              ),
            ]
          })}
          <tr className="tier-outside">
            <th scope="row">
              <span className="tier-none">{words.get('none')?.name}</span>
              <span className="muted small">{t(rfmWords.outsideNote)}</span>
            </th>
            <td className="num">{format.number(outside)}</td>
            <td className="tiers-bar">
              <span className="small muted">{words.get('none')?.strategy}</span>
            </td>
            <td />
          </tr>
        </tbody>
      </table>
    </Card>
  )
}
