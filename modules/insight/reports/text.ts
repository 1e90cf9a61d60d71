/** How the head and the figures of a report are said, wherever it is shown on the server. */
import { type Locale, render } from '#base/i18n/messages.ts'
import { formatDateTime, formatDay } from '#base/time/format.ts'
import type { Days } from '../shapes.ts'
import type { Door } from './body.ts'
import type { ReportKind } from './kinds.ts'
import { kindNames, reportWords as words } from './reports.messages.ts'
import type { Report } from './reports.ts'

/** `11月16日至22日`; of a single day that day. */
export function periodWords({ from, to }: Days, locale: Locale): string {
  const day = (of: string) => formatDay(of, locale, { year: true })
  return from === to
    ? formatDay(from, locale, { year: true, weekday: true })
    : render(words.period, locale, {
        from: day(from),
        to: from.slice(0, 4) === to.slice(0, 4) ? formatDay(to, locale) : day(to),
      })
}

export const kindWords = (kind: ReportKind, locale: Locale): string => render(kindNames[kind], locale)

/** `山丘咖啡周报 · 2026年11月16日至11月22日` */
export const titleOf = (
  report: Pick<Report, 'kind' | 'from' | 'to' | 'groupName'>,
  locale: Locale,
  brand: string,
): string =>
  render(report.groupName === null ? words.title : words.titleOfGroup, locale, {
    brand,
    group: report.groupName ?? '',
    kind: kindWords(report.kind, locale),
    period: periodWords(report, locale),
  })

/** When it was made, up to when figures were complete, which version, whose days. */
export const madeWords = (report: Report, locale: Locale): string => {
  const moment = (at: Date | null) =>
    at ? formatDateTime(at, locale, report.zone) : render(words.freshUnknown, locale)
  return render(words.made, locale, {
    made: moment(report.madeAt),
    fresh: moment(report.freshTo),
    version: report.version,
    zone: report.zone,
  })
}

/** The address of a screen with its question. */
export function addressOf({ path, question }: Door, baseUrl: string): string {
  const search = question ? `?${new URLSearchParams({ q: JSON.stringify(question) })}` : ''
  return `${baseUrl}/console${path}${search}`
}

export const reportAddress = (baseUrl: string, id: string): string => `${baseUrl}/console/plan/reports/${id}`
