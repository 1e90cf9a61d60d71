import { Button, InputNumber, Select } from 'antd'
import { Card } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { modelWords } from './model.words.ts'
import type { RfmDefinition } from './rfm.queries.ts'

const windows = [30, 60, 90, 180, 365, 730]

interface CountedProps {
  readonly definition: RfmDefinition
  readonly events: readonly string[]
  readonly change: (definition: RfmDefinition) => void
}

/** What R, F and M count, and how far back. */
export function Counted({ definition, events, change }: CountedProps) {
  const t = useT()
  const { recency, frequency, amount } = definition
  const known = [
    ...new Set([
      ...events,
      ...recency.events,
      ...frequency.events,
      ...amount.parts.map((part) => part.event),
    ]),
  ].sort()
  const options = known.map((event) => ({ value: event, label: event }))
  const choose = (label: string, value: readonly string[], put: (events: string[]) => void) => (
    <Select
      mode="tags"
      aria-label={label}
      value={[...value]}
      options={options}
      onChange={(chosen: string[]) => chosen.length > 0 && put(chosen)}
    />
  )
  const parts = (next: RfmDefinition['amount']['parts']) =>
    change({ ...definition, amount: { ...amount, parts: next } })
  return (
    <Card title={t(modelWords.what)}>
      <div className="counted">
        <span>{t(modelWords.window)}</span>
        <Select
          aria-label={t(modelWords.window)}
          value={definition.windowDays ?? 0}
          onChange={(days) => change({ ...definition, windowDays: days || null })}
          options={[
            ...windows.map((days) => ({ value: days, label: t(modelWords.windowDays, { days }) })),
            { value: 0, label: t(modelWords.windowAll) },
          ]}
        />
        <span>{t(modelWords.recencyEvents)}</span>
        {choose(t(modelWords.recencyEvents), recency.events, (chosen) =>
          change({ ...definition, recency: { ...recency, events: chosen } }),
        )}
        <span>{t(modelWords.frequencyEvents)}</span>
        {choose(t(modelWords.frequencyEvents), frequency.events, (chosen) =>
          change({ ...definition, frequency: { ...frequency, events: chosen } }),
        )}
        <span>{t(modelWords.frequencyPer)}</span>
        <Select
          aria-label={t(modelWords.frequencyPer)}
          value={frequency.per}
          onChange={(per) => change({ ...definition, frequency: { ...frequency, per } })}
          options={[
            { value: 'event', label: t(modelWords.perEvent) },
            { value: 'day', label: t(modelWords.perDay) },
          ]}
        />
        <span>{t(modelWords.amountParts)}</span>
        <div className="counted-parts">
          {amount.parts.map((part, at) => {
            const put = (next: Partial<typeof part>) =>
              parts(amount.parts.map((each, place) => (place === at ? { ...each, ...next } : each)))
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity, and two may be equal
              <div key={at} className="counted-part">
                <Select
                  showSearch
                  aria-label={`${t(modelWords.event)} ${at + 1}`}
                  value={part.event}
                  options={options}
                  onChange={(event) => put({ event })}
                />
                <Select
                  aria-label={`${t(modelWords.frequencyPer)} ${at + 1}`}
                  value={part.of}
                  onChange={(of) => put({ of })}
                  options={[
                    { value: 'count', label: t(modelWords.ofCount) },
                    { value: 'value', label: t(modelWords.ofValue) },
                  ]}
                />
                <InputNumber
                  aria-label={`${t(modelWords.weight)} ${at + 1}`}
                  prefix="×"
                  min={1}
                  max={1_000}
                  precision={0}
                  value={part.weight}
                  onChange={(weight) => weight && put({ weight })}
                />
                <Button
                  type="text"
                  aria-label={`${t(modelWords.removePart)} ${at + 1}`}
                  disabled={amount.parts.length === 1}
                  icon={<Icon name="close" size={16} />}
                  onClick={() => parts(amount.parts.filter((_, place) => place !== at))}
                />
              </div>
            )
          })}
          <Button
            type="text"
            icon={<Icon name="plus" size={16} />}
            disabled={amount.parts.length >= 12}
            onClick={() =>
              parts([...amount.parts, { event: known[0] ?? 'order.paid', of: 'count', weight: 1 }])
            }
          >
            {t(modelWords.addPart)}
          </Button>
        </div>
      </div>
    </Card>
  )
}
