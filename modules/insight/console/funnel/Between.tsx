/** Micro-conversion: what those did in between who went on, and those who stopped. */
import { Select } from 'antd'
import { useState } from 'react'
import { Tag } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { Asked } from './Asked.tsx'
import type { FunnelAnswer, FunnelQuestion } from './answer.ts'
import { funnelWords as words } from './funnel.words.ts'

const shown = 10

interface Props {
  readonly question: FunnelQuestion
  readonly steps: FunnelAnswer['steps']
}

export function Between({ question, steps }: Props) {
  const t = useT()
  const [chosen, setChosen] = useState(1)
  const from = Math.min(chosen, steps.length - 1)
  const asked = { ...question, breakdown: undefined, show: { of: 'between', from } }
  const tools = (
    <Select
      size="small"
      aria-label={t(words.micro)}
      value={from}
      popupMatchSelectWidth={false}
      options={steps
        .slice(0, -1)
        .map((_, at) => ({ value: at + 1, label: t(words.between, { from: at + 1, to: at + 2 }) }))}
      onChange={setChosen}
    />
  )
  return (
    <Asked question={asked}>
      {({ between }) =>
        between ? <Found asked={asked} between={between} steps={steps} from={from} tools={tools} /> : null
      }
    </Asked>
  )
}

interface FoundProps {
  readonly asked: FunnelQuestion
  readonly between: NonNullable<FunnelAnswer['between']>
  readonly steps: FunnelAnswer['steps']
  readonly from: number
  readonly tools: React.ReactNode
}

function Found({ asked, between, steps, from, tools }: FoundProps) {
  const t = useT()
  const format = useFormat()
  const { went, stopped, events } = between
  let to = from + 1
  while (to < steps.length && steps[to - 1]!.optional) to++
  const [first] = events
  const title = !first?.clear
    ? t(words.microNone)
    : first.lift === null
      ? t(words.microOnly, { event: first.label })
      : t(words.microTitle, { event: first.label, lift: format.number(Math.round(first.lift * 10) / 10) })
  const door = (event: (typeof events)[number], on: boolean) => ({
    analysis: 'funnel',
    question: asked,
    cell: { of: 'did', event: event.event, went: on },
    title: t(words.didTitle, { who: t(on ? words.went : words.stopped), event: event.label }),
    count: on ? event.went : event.stopped,
  })
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of)
  const lift = (value: number | null) =>
    value === null ? t(words.onlyWent) : `× ${format.number(Math.round(value * 10) / 10)}`
  return (
    <ChartCard
      className="funnel-tooled"
      title={title}
      note={t(words.microNote, {
        from: steps[from - 1]!.name,
        to: steps[to - 1]!.name,
        went: format.number(went),
        stopped: format.number(stopped),
        time: format.duration(between.seconds * 1_000),
      })}
      summary={title}
      file="funnel-between"
      height={420}
      tools={tools}
      table={{
        head: [t(words.event), t(words.went), t(words.stopped), t(words.lift)],
        rows: events.map((event) => [
          event.label,
          { value: event.went, shown: <PeopleDoor {...door(event, true)} /> },
          { value: event.stopped, shown: <PeopleDoor {...door(event, false)} /> },
          lift(event.lift),
        ]),
      }}
    >
      {events.length === 0 ? (
        <p className="muted small funnel-quiet">{t(words.microNone)}</p>
      ) : (
        <ul className="funnel-micro">
          {events.slice(0, shown).map((event) => (
            <li key={event.event} className={event.clear ? undefined : 'unclear'}>
              <span>
                {event.label}
                {!event.clear && <span className="muted caption"> {t(words.notClear)}</span>}
              </span>
              {([true, false] as const).map((on) => (
                <span key={String(on)} className="funnel-micro-side">
                  <span className="muted caption">{t(on ? words.went : words.stopped)}</span>
                  <span className={`funnel-mini ${on ? '' : 'slate'}`} aria-hidden="true">
                    <i
                      style={{
                        width: `${share(on ? event.went : event.stopped, on ? went : stopped) * 100}%`,
                      }}
                    />
                  </span>
                  <span className="num">
                    <PeopleDoor {...door(event, on)}>
                      {format.percent(share(on ? event.went : event.stopped, on ? went : stopped))}
                    </PeopleDoor>
                  </span>
                </span>
              ))}
              <Tag tone={event.clear && (event.lift ?? 2) > 1 ? 'pine' : 'plain'}>{lift(event.lift)}</Tag>
            </li>
          ))}
        </ul>
      )}
    </ChartCard>
  )
}
