import { useState } from 'react'
import { Spark } from '#ui/console/chart/Spark.tsx'
import { shareOf } from '#ui/console/condition/ConditionField.tsx'
import type { Definition } from '#ui/console/condition/condition.ts'
import type { Preview } from '#ui/console/condition/preview.ts'
import type { Behind } from '#ui/console/condition/queries.ts'
import { Sample } from '#ui/console/condition/Sample.tsx'
import { showWords } from '#ui/console/condition/show.words.ts'
import type { Path } from '#ui/console/condition/tree.ts'
import { Why } from '#ui/console/condition/Why.tsx'
import { SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { SegmentDetail } from './segments.queries.ts'

interface Props {
  readonly segment: SegmentDetail | undefined
  readonly definition: Definition
  readonly preview: Preview | undefined
  readonly counting: boolean
  readonly another: () => void
  readonly point: (path: Path | undefined) => void
  readonly open: (behind: Behind) => void
}

/** What the condition comes to: how many, who for example, and why somebody is in or not. */
export function Beside({ segment, definition, preview, counting, another, point, open }: Props) {
  const t = useT()
  const format = useFormat()
  const [member, setMember] = useState<{ id: string; nickname: string }>()
  return (
    <aside className="seg-side">
      <div className={`seg-total ${counting ? 'counting' : ''}`} aria-live="polite">
        <button
          type="button"
          className="seg-number"
          disabled={!preview}
          onClick={() => open({ node: 'who' })}
        >
          <b>{preview ? format.number(preview.total) : '—'}</b>
          <small>{t(showWords.people, { count: preview?.total ?? 2 })}</small>
        </button>
        {segment && segment.trend.length > 1 && (
          <Spark values={segment.trend} width={120} height={40} colour="var(--pine)" />
        )}
      </div>
      {preview ? (
        <>
          <Notes preview={preview} segment={segment} />
          <p className="seg-measured small">
            {counting
              ? t(showWords.counting)
              : t(showWords.measured, {
                  seconds: format.number(Math.max(0.1, Math.round(preview.ms / 100) / 10)),
                })}
          </p>
        </>
      ) : (
        <SkeletonRows rows={2} height={22} />
      )}
      {preview && (
        <Sample members={preview.sample} another={another} choose={setMember} chosen={member?.id} />
      )}
      <div className="seg-why">
        <Why
          definition={definition}
          member={member}
          choose={setMember}
          point={point}
          oneShort={() => open({ oneShort: true })}
        />
      </div>
    </aside>
  )
}

/** Share of all members, against yesterday, who can be reached. */
function Notes({ preview, segment }: Pick<Props, 'segment'> & { readonly preview: Preview }) {
  const t = useT()
  const format = useFormat()
  const notes = [t(showWords.share, { share: format.percent(shareOf(preview)) })]
  if (segment?.yesterday != null) {
    const change = preview.total - segment.yesterday
    const count = format.number(Math.abs(change))
    notes.push(t(change > 0 ? showWords.more : change < 0 ? showWords.less : showWords.same, { count }))
  }
  if (preview.reachable !== null) notes.push(t(showWords.reach, { count: format.number(preview.reachable) }))
  return <p className="muted small">{notes.join(' · ')}</p>
}
