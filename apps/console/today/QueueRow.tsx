import { Button, Checkbox, Dropdown } from 'antd'
import { useEffect, useRef } from 'react'
import type { TodayItem, WorkKind } from '#modules/team/console/today.queries.ts'
import { Tag } from '#ui/console/Page.tsx'
import { Icon, type IconName } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { type SnoozeChoice, snoozeChoices, whenWords } from './moments.ts'
import { TrendLine } from './TrendLine.tsx'
import { todayWords } from './words.ts'

const looks: Record<WorkKind, readonly [IconName, string]> = {
  signal: ['signal', 'sky'],
  overdue: ['clock', 'persimmon'],
  approval: ['stamp', 'plum'],
  answer: ['reply', 'pine'],
  task: ['task', 'wheat'],
  care: ['heart', 'pine'],
}

const snoozeNames = {
  hour: todayWords.snoozeHour,
  evening: todayWords.snoozeEvening,
  tomorrow: todayWords.snoozeTomorrow,
  monday: todayWords.snoozeMonday,
} satisfies Record<SnoozeChoice, unknown>

export interface RowActs {
  readonly handle: (item: TodayItem) => void
  readonly snooze: (items: readonly TodayItem[], choice: SnoozeChoice) => void
  readonly dismiss: (items: readonly TodayItem[]) => void
  readonly take: (items: readonly TodayItem[]) => void
  readonly release: (items: readonly TodayItem[]) => void
}

interface RowProps {
  readonly item: TodayItem
  readonly focused: boolean
  readonly picked: boolean
  readonly focus: () => void
  readonly toggle: () => void
  readonly acts: RowActs
}

/** One line of what waits; the focused one opens, and carries the one solid button. */
export function QueueRow({ item, focused, picked, focus, toggle, acts }: RowProps) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (focused) row.current?.scrollIntoView({ block: 'nearest' })
  }, [focused])
  const [icon, tint] = looks[item.kind]
  const late = item.dueAt !== null && Date.parse(item.dueAt) <= now()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j, k, x and e do this from the keyboard; the buttons are in the row
    <li ref={row} className={`${focused ? 'focused' : ''} ${picked ? 'picked' : ''}`} onClick={focus}>
      <span className={`glyph tint-${tint}`}>
        <Icon name={icon} />
        <Checkbox
          className="queue-pick"
          checked={picked}
          aria-label={t(todayWords.selectItem, { title: item.title })}
          onChange={toggle}
          onClick={(event) => event.stopPropagation()}
        />
      </span>
      <div className="queue-text">
        <p className="queue-sentence">{item.title}</p>
        <p className="queue-note">
          {item.note}
          {item.department && ` · ${item.department.name}`}
          {item.taken && (
            <span className={item.taken.mine ? 'queue-mine' : 'queue-taken'}>
              {item.taken.mine ? t(todayWords.takenByMe) : t(todayWords.takenBy, { name: item.taken.name })}
            </span>
          )}
        </p>
      </div>
      <span className={`queue-when ${late ? 'late' : ''}`}>{whenWords(item, { now: now(), t, format })}</span>
      <Button
        size="small"
        type={focused ? 'primary' : 'default'}
        onClick={(event) => {
          event.stopPropagation()
          acts.handle(item)
        }}
        className="queue-act"
      >
        {item.act}
      </Button>
      {focused && <Opened item={item} acts={acts} />}
    </li>
  )
}

function Opened({ item, acts }: { item: TodayItem; acts: RowActs }) {
  const t = useT()
  return (
    <div className="opened">
      {(item.trend || item.points.length > 0) && (
        <div className={`evidence ${item.trend ? 'drawn' : ''}`}>
          {item.trend && <TrendLine trend={item.trend} />}
          {item.points.length > 0 && (
            <div>
              <p className="evidence-title">{t(todayWords.known)}</p>
              <ul>
                {item.points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
      )}
      <div className="opened-acts">
        <Tag>{item.label}</Tag>
        <SnoozeButton items={[item]} acts={acts} />
        {!item.mine &&
          (item.taken?.mine ? (
            <Button size="small" type="text" onClick={() => acts.release([item])}>
              {t(todayWords.release)}
            </Button>
          ) : (
            !item.taken && (
              <Button size="small" type="text" onClick={() => acts.take([item])}>
                {t(todayWords.take)}
              </Button>
            )
          ))}
        <Button size="small" type="text" onClick={() => acts.dismiss([item])}>
          {t(todayWords.dismiss)}
        </Button>
      </div>
    </div>
  )
}

export function SnoozeButton({
  items,
  acts,
}: {
  items: readonly TodayItem[]
  acts: Pick<RowActs, 'snooze'>
}) {
  const t = useT()
  const format = useFormat()
  const { now, timeZone } = useReading()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: snoozeChoices(now(), format, timeZone).map((choice) => ({
          key: choice,
          label: t(snoozeNames[choice]),
          onClick: ({ domEvent }) => {
            domEvent.stopPropagation()
            acts.snooze(items, choice)
          },
        })),
      }}
    >
      <Button
        size="small"
        type="text"
        icon={<Icon name="clock" size={15} />}
        onClick={(event) => event.stopPropagation()}
      >
        {t(todayWords.snooze)}
      </Button>
    </Dropdown>
  )
}
