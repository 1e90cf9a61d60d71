import { Button, Input } from 'antd'
import { useState } from 'react'
import { Chip } from '#ui/console/condition/Chip.tsx'
import type { OverviewQuestion } from './overview.queries.ts'
import { overviewWords as words } from './overview.words.ts'
import { useSaying } from './seen.ts'

interface Props {
  readonly question: OverviewQuestion
  /** The last day that is shown. */
  readonly to: string | undefined
  readonly put: (change: Partial<OverviewQuestion>) => void
}

/** How many weeks, up to which day. */
export function PeriodPick({ question, to, put }: Props) {
  const { t, day } = useSaying()
  const [typed, type] = useState(question.to ?? '')
  return (
    <Chip
      name={t(words.periodName)}
      label={
        to
          ? t(words.period, { weeks: question.weeks, to: day(to) })
          : t(words.weeksChoice, { weeks: question.weeks })
      }
    >
      {(close) => (
        <div className="range-pick">
          {[4, 8, 12, 26, 52].map((weeks) => (
            <button
              key={weeks}
              type="button"
              className="frame-choice"
              aria-pressed={weeks === question.weeks}
              onClick={() => {
                put({ weeks })
                close()
              }}
            >
              {t(words.weeksChoice, { weeks })}
            </button>
          ))}
          <form
            className="range-own"
            onSubmit={(event) => {
              event.preventDefault()
              put({ to: typed || undefined })
              close()
            }}
          >
            <p className="muted caption">{t(words.upTo)}</p>
            <div>
              <Input
                type="date"
                aria-label={t(words.upTo)}
                value={typed}
                onChange={(event) => type(event.target.value)}
              />
              <Button htmlType="submit" size="small" disabled={!typed}>
                OK
              </Button>
            </div>
            {question.to && (
              <Button
                size="small"
                type="link"
                onClick={() => {
                  put({ to: undefined })
                  close()
                }}
              >
                {t(words.yesterday)}
              </Button>
            )}
          </form>
        </div>
      )}
    </Chip>
  )
}
