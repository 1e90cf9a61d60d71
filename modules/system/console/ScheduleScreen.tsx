import { useSuspenseQuery } from '@tanstack/react-query'
import { JobState } from '#ui/console/job/JobProgress.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { Empty } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { JobsTabs } from './JobsTabs.tsx'
import { scheduleQuery } from './system.queries.ts'
import { systemWords } from './system.words.ts'
import '#ui/console/list/list.css'
import './system.css'

/** What the system does by the clock, why, and how it went last time. */
export default function ScheduleScreen() {
  const t = useT()
  const format = useFormat()
  const items = useSuspenseQuery(scheduleQuery).data.items
  return (
    <Page title={t(systemWords.schedule)} lead={t(systemWords.scheduleLead)}>
      <JobsTabs />
      <Card flush>
        {items.length === 0 ? (
          <Empty icon="clock" title={t(systemWords.scheduleEmpty)} hint={t(systemWords.scheduleEmptyHint)} />
        ) : (
          <table className="list-table">
            <thead>
              <tr>
                <th>{t(systemWords.job)}</th>
                <th>{t(systemWords.cron)}</th>
                <th>{t(systemWords.last)}</th>
                <th className="num">{t(systemWords.next)}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((entry) => (
                <tr key={entry.job}>
                  <td className="phone-first">
                    <span className="two-lines">
                      <b>{entry.label}</b>
                      <small>{entry.why}</small>
                    </span>
                  </td>
                  <td className="phone-line" data-label={t(systemWords.cron)}>
                    <code>{entry.cron}</code> <small className="muted">{entry.zone}</small>
                  </td>
                  <td className="phone-line" data-label={t(systemWords.last)}>
                    {entry.last ? (
                      <span className="last-run">
                        <JobState state={entry.last.state} />
                        <small className="muted">{format.ago(entry.last.at)}</small>
                      </span>
                    ) : (
                      <span className="muted">{t(systemWords.neverRan)}</span>
                    )}
                  </td>
                  <td className="num phone-line" data-label={t(systemWords.next)}>
                    {entry.nextAt ? format.dateTime(entry.nextAt) : '—'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
    </Page>
  )
}
