/** How far retention is looked at: so many units, usual brackets of days, or brackets that one writes down. */
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Chip } from '#ui/console/condition/Chip.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { RetentionQuestion } from './answer.ts'
import { readBrackets } from './brackets.ts'
import { retentionWords as words } from './retention.words.ts'

export const farthest = { day: [7, 14, 30, 60], week: [4, 8, 12, 26], month: [3, 6, 12] } as const
const lengths = { day: words.columnsDay, week: words.columnsWeek, month: words.columnsMonth }
const usualBrackets: readonly (readonly number[])[] = [
  [1, 3, 7, 15, 30],
  [1, 7, 30, 90],
]

type Chosen = Pick<RetentionQuestion, 'brackets'> & Partial<Pick<RetentionQuestion, 'columns'>>

interface Props {
  readonly question: RetentionQuestion
  readonly choose: (chosen: Chosen) => void
}

export function ColumnsPick({ question: { unit, brackets, columns }, choose }: Props) {
  const t = useT()
  const far = farthest[unit].some((each) => each === columns) ? farthest[unit] : [...farthest[unit], columns]
  const said = (days: readonly number[]) => t(words.brackets, { days: days.join(t(words.comma)) })
  return (
    <Chip name={t(words.columns)} label={brackets ? said(brackets) : t(lengths[unit], { n: columns })}>
      {(close) => {
        const take = (chosen: Chosen) => {
          choose(chosen)
          close()
        }
        return (
          <div className="range-pick">
            {far.map((n) => (
              <button
                key={n}
                type="button"
                className="frame-choice"
                aria-pressed={!brackets && n === columns}
                onClick={() => take({ brackets: undefined, columns: n })}
              >
                {t(lengths[unit], { n })}
              </button>
            ))}
            {usualBrackets.map((each) => (
              <button
                key={each.join(' ')}
                type="button"
                className="frame-choice"
                aria-pressed={brackets?.join(' ') === each.join(' ')}
                onClick={() => take({ brackets: each })}
              >
                {said(each)}
              </button>
            ))}
            <Own before={brackets} take={(own) => take({ brackets: own })} />
          </div>
        )
      }}
    </Chip>
  )
}

function Own({
  before,
  take,
}: {
  before: readonly number[] | undefined
  take: (brackets: readonly number[]) => void
}) {
  const t = useT()
  const [text, setText] = useState(before?.join(' ') ?? '')
  const read = readBrackets(text)
  return (
    <form
      className="range-own"
      onSubmit={(event) => {
        event.preventDefault()
        if (read) take(read)
      }}
    >
      <p className="muted caption">{t(words.ownBrackets)}</p>
      <div>
        <Input
          size="small"
          aria-label={t(words.ownBrackets)}
          placeholder="1 3 7 14 30"
          value={text}
          status={text.trim() !== '' && !read ? 'error' : ''}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit" size="small" disabled={!read}>
          {t(words.take)}
        </Button>
      </div>
      <p className="muted caption">{t(words.ownBracketsHint)}</p>
    </form>
  )
}
