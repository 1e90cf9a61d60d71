/** The other cohort: earlier days, or other people. */
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { ConditionField, isFinished } from '#ui/console/condition/ConditionField.tsx'
import { type Definition, everybody } from '#ui/console/condition/condition.ts'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { addDays, mondayOf } from '../calendar.ts'
import { useSegments } from '../frame/pick.queries.ts'
import type { Days, Range } from '../frame/question.ts'
import type { Change } from '../frame/useQuestion.ts'
import type { RetentionQuestion } from './answer.ts'
import { retentionWords as words } from './retention.words.ts'

const dayMs = 86_400_000

/** The days that a range means today: the server's `daysOf`, for naming the days before them. */
function daysOf(range: Range, today: string): Days {
  if ('from' in range) return range
  const first = (day: string) =>
    range.unit === 'day' ? day : range.unit === 'week' ? mondayOf(day) : `${day.slice(0, 7)}-01`
  const running = first(today)
  const to = range.whole ? addDays(running, -1) : today
  const back = range.last - (range.whole ? 0 : 1)
  if (range.unit !== 'month') return { from: addDays(running, -back * (range.unit === 'week' ? 7 : 1)), to }
  const months = Number(running.slice(0, 4)) * 12 + Number(running.slice(5, 7)) - 1 - back
  return { from: `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`, to }
}

const before = ({ from, to }: Days): Days => {
  const length = Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1
  return { from: addDays(from, -length), to: addDays(from, -1) }
}

const yearBefore = ({ from, to }: Days): Days => {
  // 29 February has no day a year earlier.
  const earlier = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace('-02-29', '-02-28')
  return { from: earlier(from), to: earlier(to) }
}

interface Props {
  readonly question: RetentionQuestion
  readonly change: Change<RetentionQuestion>
}

export function VersusPick({ question, change }: Props) {
  const t = useT()
  const { now } = useReading()
  const [draft, setDraft] = useState<Definition>()
  const days = daysOf(question.range, new Date(now()).toISOString().slice(0, 10))
  const { versus } = question
  const same = (range: Range | undefined, other: Days) => JSON.stringify(range) === JSON.stringify(other)
  const chosen = !versus
    ? 'none'
    : versus.who
      ? 'who'
      : same(versus.range, before(days))
        ? 'before'
        : same(versus.range, yearBefore(days))
          ? 'year'
          : 'range'
  const label = {
    none: words.noVersus,
    who: words.vsWho,
    before: words.vsBefore,
    year: words.vsYear,
    range: words.vsRange,
  }
  return (
    <>
      <MenuChip
        name={t(words.versus)}
        label={t(chosen === 'none' ? words.versus : label[chosen])}
        value={chosen}
        options={[
          { value: 'none', label: t(words.noVersus) },
          { value: 'before', label: t(words.versusBefore) },
          { value: 'year', label: t(words.versusYear) },
          { value: 'who', label: t(words.versusWho) },
        ]}
        choose={(value) => {
          if (value === 'who') setDraft(versus?.who ?? everybody)
          else
            change({
              versus:
                value === 'before'
                  ? { range: before(days) }
                  : value === 'year'
                    ? { range: yearBefore(days) }
                    : undefined,
            })
        }}
      />
      <WhoDrawer
        draft={draft}
        setDraft={setDraft}
        apply={(who) => {
          change({ versus: { who } })
          setDraft(undefined)
        }}
      />
    </>
  )
}

interface DrawerProps {
  readonly draft: Definition | undefined
  readonly setDraft: (draft: Definition | undefined) => void
  readonly apply: (who: Definition) => void
}

function WhoDrawer({ draft, setDraft, apply }: DrawerProps) {
  const t = useT()
  const segments = useSegments(draft !== undefined)
  return (
    <Drawer
      open={draft !== undefined}
      onClose={() => setDraft(undefined)}
      size={640}
      title={t(words.versusWhoTitle)}
      destroyOnHidden
      footer={
        <Button type="primary" disabled={!draft || !isFinished(draft)} onClick={() => draft && apply(draft)}>
          {t(words.versusApply)}
        </Button>
      }
    >
      {draft && <ConditionField value={draft} onChange={setDraft} segments={segments} />}
    </Drawer>
  )
}
