/** When one is left alone: the pause, the hours of rest, and when the digest comes. */
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Choice } from '#ui/member/Choice.tsx'
import { SelectField } from '#ui/member/Field.tsx'
import { Toggle } from '#ui/member/Toggle.tsx'
import type { NoticeSettings } from './notices.queries.ts'
import { settingsWords as words } from './settings.words.ts'
import type { TimesChange } from './useSettings.ts'

interface Props {
  settings: NoticeSettings
  change: (change: TimesChange) => void
}

const hour = 3_600_000

export function PauseCard({ settings, change }: Props) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const pause = (ms: number) => change({ pausedUntil: new Date(now() + ms).toISOString() })
  return (
    <Card title={t(words.pauseTitle)}>
      <p className="mt-1 text-[14px] leading-[22px] text-muted">{t(words.pauseAbout)}</p>
      {settings.pausedUntil ? (
        <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
          <p className="text-[15px] font-medium">
            {t(words.pausedUntil, { until: format.dateTime(settings.pausedUntil) })}
          </p>
          <Button onClick={() => change({ pausedUntil: null })}>{t(words.resume)}</Button>
        </div>
      ) : (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button onClick={() => pause(hour)}>{t(words.pauseHour)}</Button>
          <Button onClick={() => pause(24 * hour)}>{t(words.pauseDay)}</Button>
          <Button onClick={() => pause(7 * 24 * hour)}>{t(words.pauseWeek)}</Button>
        </div>
      )}
    </Card>
  )
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Half hours of the day; an odd minute that was set elsewhere stays in the list. */
const halves = (held: number): number[] =>
  [...new Set([...Array.from({ length: 48 }, (_, half) => half * 30), held])].sort((a, b) => a - b)

export function QuietCard({ settings, change }: Props) {
  const t = useT()
  return (
    <Card title={t(words.quietTitle)}>
      <Toggle
        label={t(words.quiet)}
        note={t(words.quietNote, { zone: settings.zone })}
        on={settings.quiet}
        change={(quiet) => change({ quiet })}
      />
      {settings.quiet ? (
        <div className="grid grid-cols-2 gap-3 pb-1">
          <SelectField
            label={t(words.from)}
            name="quietFrom"
            required
            value={settings.quietFrom}
            onChange={(event) => change({ quietFrom: Number(event.currentTarget.value) })}
          >
            {halves(settings.quietFrom).map((minutes) => (
              <option key={minutes} value={minutes}>
                {clock(minutes)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t(words.to)}
            name="quietTo"
            required
            value={settings.quietTo}
            onChange={(event) => change({ quietTo: Number(event.currentTarget.value) })}
          >
            {halves(settings.quietTo).map((minutes) => (
              <option key={minutes} value={minutes}>
                {clock(minutes)}
              </option>
            ))}
          </SelectField>
        </div>
      ) : null}
    </Card>
  )
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export function DigestCard({ settings, change }: Props) {
  const t = useT()
  return (
    <Card title={t(words.digestTitle)}>
      <p className="mt-1 pb-3 text-[14px] leading-[22px] text-muted">{t(words.digestAbout)}</p>
      <Choice
        label={t(words.digest)}
        showLabel={false}
        value={settings.digest}
        options={(['daily', 'weekly', 'off'] as const).map((value) => ({ value, label: t(words[value]) }))}
        choose={(digest) => change({ digest })}
      />
      {settings.digest === 'off' ? null : (
        <div className="grid grid-cols-2 gap-3 pt-3">
          {settings.digest === 'weekly' ? (
            <SelectField
              label={t(words.weekday)}
              name="digestDay"
              required
              value={settings.digestDay}
              onChange={(event) => change({ digestDay: Number(event.currentTarget.value) })}
            >
              {weekdays.map((day, at) => (
                <option key={day} value={at + 1}>
                  {t(words[day])}
                </option>
              ))}
            </SelectField>
          ) : null}
          <SelectField
            label={t(words.hour)}
            name="digestHour"
            required
            value={settings.digestHour}
            onChange={(event) => change({ digestHour: Number(event.currentTarget.value) })}
          >
            {Array.from({ length: 24 }, (_, each) => each).map((each) => (
              <option key={each} value={each}>
                {clock(each * 60)}
              </option>
            ))}
          </SelectField>
        </div>
      )}
    </Card>
  )
}
