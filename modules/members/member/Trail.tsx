/** Lines of the trail, under the days on which they happened. */
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { Glyph, type GlyphName } from '#ui/member/Glyph.tsx'
import { sayMoment } from './moments.messages.ts'
import { words } from './trail.messages.ts'

export interface Moment {
  readonly id: string
  readonly name: string
  readonly occurredAt: string
  readonly props: Record<string, unknown>
}

const marks: Record<string, GlyphName> = {
  'member.joined': 'sprout',
  'member.profile_changed': 'pencil',
  'visitor.identified': 'device',
  page_view: 'eye',
  order_placed: 'bag',
  order_paid: 'bag',
}

export function Trail({ moments }: { moments: readonly Moment[] }) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const today = format.dayKey(now())
  const yesterday = format.dayKey(now() - 86_400_000)
  const days = Map.groupBy(moments, (moment) => format.dayKey(moment.occurredAt))
  return (
    <div className="grid gap-4">
      {[...days].map(([day, here]) => (
        <section key={day}>
          <h3 className="pb-1 text-[13px] leading-5 font-medium text-muted">
            {day === today
              ? t(words.today)
              : day === yesterday
                ? t(words.yesterday)
                : format.date(here[0]?.occurredAt ?? day)}
          </h3>
          <ol>
            {here.map((moment, index) => {
              const { message, values } = sayMoment(moment)
              return (
                <li key={moment.id} className="relative flex items-start gap-3 pb-3">
                  {index < here.length - 1 ? (
                    <span
                      aria-hidden="true"
                      className="absolute top-8 bottom-0 left-[15px] w-0.5 rounded-full bg-line-soft"
                    />
                  ) : null}
                  <span className="grid size-8 shrink-0 place-items-center rounded-full bg-pine-soft text-pine">
                    <Glyph name={marks[moment.name] ?? 'steps'} size={17} />
                  </span>
                  <p className="min-w-0 flex-1 pt-1 text-[15px] leading-6">{t(message, values)}</p>
                  <time
                    dateTime={moment.occurredAt}
                    className="shrink-0 pt-1.5 text-[13px] leading-5 text-muted"
                  >
                    {format.time(moment.occurredAt)}
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
