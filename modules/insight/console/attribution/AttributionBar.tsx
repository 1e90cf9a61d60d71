/** The question of attribution as chips: when, who, which conversion, how far back, by which model. */
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { modelNames } from '../../attribution/models.ts'
import { EventPick } from '../frame/EventPick.tsx'
import { RangePick } from '../frame/RangePick.tsx'
import { ScopePick } from '../frame/ScopePick.tsx'
import type { Change } from '../frame/useQuestion.ts'
import type { AttributionQuestion } from './attribution.queries.ts'
import { attributionWords as words } from './attribution.words.ts'

export function AttributionBar({
  question,
  change,
}: {
  question: AttributionQuestion
  change: Change<AttributionQuestion>
}) {
  const t = useT()
  const { lookBack = 30, model = 'lastNonDirect', order = 1 } = question
  return (
    <>
      <RangePick value={question.range} onChange={(range) => change({ range })} />
      <ScopePick value={question.scope ?? {}} onChange={(scope) => change({ scope })} />
      <EventPick value={question.conversion} onChange={(conversion) => change({ conversion })} />
      <MenuChip
        name={t(words.lookBack)}
        label={t(words.lookBackDays, { count: lookBack })}
        value={String(lookBack)}
        options={[1, 7, 14, 30, 60, 90, 180].map((count) => ({
          value: String(count),
          label: t(words.lookBackDays, { count }),
        }))}
        choose={(count) => change({ lookBack: Number(count) })}
      />
      <MenuChip
        name={t(words.model)}
        label={t(words.byModel, { model: t(words[model]) })}
        value={model}
        options={modelNames.map((name) => ({ value: name, label: t(words[name]) }))}
        choose={(name) => change({ model: name as typeof model })}
      />
      <MenuChip
        name={t(words.order)}
        label={t(order === 2 ? words.order2 : words.order1)}
        value={String(order)}
        options={[
          { value: '1', label: t(words.order1) },
          { value: '2', label: t(words.order2) },
        ]}
        choose={(chosen) => change({ order: chosen === '2' ? 2 : 1 })}
      />
    </>
  )
}
