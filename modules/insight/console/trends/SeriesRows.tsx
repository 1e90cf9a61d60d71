import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { MetricPick } from './MetricPick.tsx'
import { letters, mostSeries, type TrendQuestion } from './trend.ts'
import { trendWords as words } from './trends.words.ts'

interface Props {
  readonly question: TrendQuestion
  readonly change: (part: Partial<TrendQuestion>) => void
}

/** One line for each series, with its letter; below them a formula over the letters. */
export function SeriesRows({ question, change }: Props) {
  const t = useT()
  const { of } = question
  return (
    <div className="trend-rows">
      {of.map(({ metric }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a series is its letter, which is its place
        <div key={at} className="trend-row">
          <span className="trend-letter" aria-hidden="true">
            {letters[at]}
          </span>
          <MetricPick
            value={metric}
            onChange={(changed) =>
              change({ of: of.map((each, place) => (place === at ? { metric: changed } : each)) })
            }
          />
          {of.length > 1 && (
            <Button
              type="text"
              size="small"
              aria-label={t(words.remove, { letter: letters[at] ?? '' })}
              icon={<Icon name="close" size={14} />}
              onClick={() => change({ of: of.filter((_, place) => place !== at) })}
            />
          )}
        </div>
      ))}
      <div className="trend-row">
        {of.length < mostSeries && (
          <Button
            type="text"
            size="small"
            icon={<Icon name="plus" size={14} />}
            onClick={() => change({ of: [...of, { metric: '' }] })}
          >
            {t(words.add)}
          </Button>
        )}
        {(of.length > 1 || question.formula) && (
          <Formula value={question.formula} set={(formula) => change({ formula })} />
        )}
      </div>
    </div>
  )
}

/** Asked when it is entered, not at every key. */
function Formula({ value, set }: { value: string | undefined; set: (formula: string | undefined) => void }) {
  const t = useT()
  const [text, setText] = useState(value ?? '')
  useEffect(() => setText(value ?? ''), [value])
  const enter = () => {
    const formula = text.trim()
    if (formula !== (value ?? '')) set(formula || undefined)
  }
  return (
    <Input
      size="small"
      className="trend-formula"
      prefix="="
      aria-label={t(words.formula)}
      placeholder={t(words.formulaHint)}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={enter}
      onBlur={enter}
    />
  )
}
