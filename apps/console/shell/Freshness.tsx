import { useQuery } from '@tanstack/react-query'
import { freshnessQuery } from '#modules/insight/console/insight.queries.ts'
import { Light } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { shellWords } from './words.ts'

const oldAfter = 120_000

/** Up to when the figures are complete: quiet when they are, plain when they are not. */
export function Freshness() {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const { now } = useReading()
  const fresh = useQuery({ ...freshnessQuery(format.dayKey(now())), enabled: may('insight.read') }).data
  if (!fresh) return <span className="fresh" />
  if (fresh.freshTo === null)
    return (
      <span className="fresh">
        <Light state="warn">{t(shellWords.warehouseMissing)}</Light>
      </span>
    )
  const time = format.timeWithSeconds(fresh.freshTo)
  const old = now() - Date.parse(fresh.freshTo) > oldAfter
  return (
    <span className="fresh">
      {old ? (
        <Light state="warn">{t(shellWords.staleSince, { time })}</Light>
      ) : (
        <span className="fresh-now">{t(shellWords.freshTo, { time })}</span>
      )}
    </span>
  )
}
