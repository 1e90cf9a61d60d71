/** When it is posted, and into which column. */
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { composeWords as words } from './compose.words.ts'
import { columnsQuery } from './write.queries.ts'
import { writeWords } from './write.words.ts'
import { clockOf, momentOf } from './zone.ts'

const box =
  'block min-h-11 w-full rounded-[10px] border border-line-strong bg-card px-3.5 text-[16px] text-ink'

export function SettingsSheet({
  columnId,
  publishAt,
  articles,
  scheduling,
  change,
  close,
}: {
  columnId: string | null
  publishAt: string | null
  /** Columns take articles only. */
  articles: boolean
  /** A post that is there already has its hour. */
  scheduling: boolean
  change: (more: { columnId?: string | null; publishAt?: string | null }) => void
  close: () => void
}) {
  const t = useT()
  const id = useId()
  const { timeZone, now } = useReading()
  const [clock, setClock] = useState(publishAt ? clockOf(new Date(publishAt), timeZone) : '')
  const [past, setPast] = useState(false)
  const { data } = useQuery({ ...columnsQuery, enabled: articles })
  const done = () => {
    const moment = clock ? momentOf(clock, timeZone) : undefined
    if (moment && moment.getTime() <= now()) return setPast(true)
    if (scheduling) change({ publishAt: moment?.toISOString() ?? null })
    close()
  }
  return (
    <Sheet open close={close} title={t(words.settings)}>
      <div className="grid gap-4">
        {scheduling ? (
          <div>
            <label htmlFor={`${id}-at`} className="block pb-1.5 text-[14px] leading-5 font-medium">
              {t(words.publishAt)}
            </label>
            <div className="flex gap-2">
              <input
                id={`${id}-at`}
                type="datetime-local"
                min={clockOf(new Date(now()), timeZone)}
                value={clock}
                aria-invalid={past || undefined}
                aria-describedby={`${id}-at-hint`}
                onChange={(event) => {
                  setClock(event.target.value)
                  setPast(false)
                }}
                className={box}
              />
              {clock ? (
                <Button look="quiet" onClick={() => setClock('')}>
                  {t(words.clear)}
                </Button>
              ) : null}
            </div>
            <p
              id={`${id}-at-hint`}
              className={`pt-1.5 text-[13px] leading-5 ${past ? 'text-bad-text' : 'text-muted'}`}
            >
              {t(past ? words.publishPast : words.publishHint)}
            </p>
          </div>
        ) : null}
        {articles ? (
          <div>
            <label htmlFor={`${id}-column`} className="block pb-1.5 text-[14px] leading-5 font-medium">
              {t(words.column)}
            </label>
            <select
              id={`${id}-column`}
              value={columnId ?? ''}
              onChange={(event) => change({ columnId: event.target.value || null })}
              className={box}
            >
              <option value="">{t(words.columnNone)}</option>
              {(data?.items ?? []).map((column) => (
                <option key={column.id} value={column.id}>
                  {column.name}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        <Button look="solid" wide onClick={done}>
          {t(writeWords.done)}
        </Button>
      </div>
    </Sheet>
  )
}
