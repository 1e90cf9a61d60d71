/** Lines of the trail, under the days on which they happened. */
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { LateGlyph, type LateGlyphName } from '#ui/member/LateGlyph.tsx'
import { sayLine } from './moments.messages.ts'
import { words } from './trail.messages.ts'
import { type Moment, type TrailLine, toLines } from './trail-lines.ts'

const marks: Record<string, LateGlyphName> = {
  'member.joined': 'sprout',
  page_view: 'steps',
  check_in: 'check',
  'post.read': 'eye',
  'comment.posted': 'speech',
  'order.placed': 'bag',
  'order.paid': 'bag',
}

export function Trail({
  moments,
  limit,
  dayHeading: Day = 'h3',
}: {
  moments: readonly Moment[]
  limit?: number
  /** One below the heading that stands above. */
  dayHeading?: 'h2' | 'h3'
}) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const today = format.dayKey(now())
  const yesterday = format.dayKey(now() - 86_400_000)
  const lines = toLines(moments, format.dayKey).slice(0, limit)
  // Not Map.groupBy: phones of 2023 do not have it.
  const days = new Map<string, TrailLine[]>()
  for (const line of lines) {
    const day = format.dayKey(line.occurredAt)
    days.set(day, [...(days.get(day) ?? []), line])
  }
  return (
    <div className="grid gap-4">
      {[...days].map(([day, here]) => (
        <section key={day}>
          <Day className="pb-1 text-[13px] leading-5 font-medium text-muted">
            {day === today
              ? t(words.today)
              : day === yesterday
                ? t(words.yesterday)
                : format.date(here[0]?.occurredAt ?? day)}
          </Day>
          <ol>
            {here.map((line, index) => {
              return (
                <li key={line.id} className="relative flex items-start gap-3 pb-3">
                  {index < here.length - 1 ? (
                    <span
                      aria-hidden="true"
                      className="absolute top-8 bottom-0 left-[15px] w-0.5 rounded-full bg-line-soft"
                    />
                  ) : null}
                  <span className="grid size-8 shrink-0 place-items-center rounded-full bg-pine-soft text-pine">
                    <LateGlyph name={marks[line.name] ?? 'pencil'} size={17} />
                  </span>
                  <p className="min-w-0 flex-1 pt-1 text-[15px] leading-6">{sayLine(line, t)}</p>
                  <time
                    dateTime={line.occurredAt}
                    className="shrink-0 pt-1.5 text-[13px] leading-5 text-muted"
                  >
                    {format.time(line.occurredAt)}
                  </time>
                </li>
              )
            })}
          </ol>
        </section>
      ))}
    </div>
  )
}
