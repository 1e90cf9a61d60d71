import { Card } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { useAmount } from './amount.ts'
import { highShares } from './figures.ts'
import { Ruler } from './Ruler.tsx'
import type { Picture, RfmDefinition } from './rfm.queries.ts'
import { rfmWords } from './rfm.words.ts'

/** The three cut-offs of a model, side by side. */
export function Rulers({ definition, picture }: { definition: RfmDefinition; picture: Picture }) {
  const t = useT()
  const format = useFormat()
  const { show, said } = useAmount(definition.amount.unit)
  const { recency, frequency, amount } = picture.cutOffs
  const plain = (value: number) => format.number(Math.round(value * 10) / 10)
  const shares = highShares(picture)
  const percent = (share: number) => format.percent(Math.round(share * 1000) / 1000)
  return (
    <Card title={t(rfmWords.cutTitle)} note={t(rfmWords.cutNote)}>
      <div className="rulers">
        <Ruler
          name={t(rfmWords.recency)}
          rule={t(rfmWords.cutRecency, { value: plain(recency.cut) })}
          cut={definition.recency.cut}
          measured={recency}
          lessIsBetter
          show={plain}
          share={shares[0]}
          shareSaid={t(rfmWords.nearShare, { share: percent(shares[0]) })}
        />
        <Ruler
          name={t(rfmWords.frequency)}
          rule={t(definition.frequency.per === 'day' ? rfmWords.cutFrequencyDays : rfmWords.cutFrequency, {
            value: plain(frequency.cut),
          })}
          cut={definition.frequency.cut}
          measured={frequency}
          show={plain}
          share={shares[1]}
          shareSaid={t(rfmWords.highShare, { share: percent(shares[1]) })}
        />
        <Ruler
          name={t(definition.amount.unit === 'money' ? rfmWords.amount : rfmWords.amountPoints)}
          rule={t(rfmWords.cutAmount, { value: said(amount.cut) })}
          cut={definition.amount.cut}
          measured={amount}
          show={show}
          share={shares[2]}
          shareSaid={t(rfmWords.highShare, { share: percent(shares[2]) })}
        />
      </div>
    </Card>
  )
}
