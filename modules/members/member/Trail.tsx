/** Lines of the trail, under the days on which they happened. */
import Footprints from 'lucide-react/icons/footprints'
import Laptop from 'lucide-react/icons/laptop'
import ShoppingBag from 'lucide-react/icons/shopping-bag'
import Sprout from 'lucide-react/icons/sprout'
import UserPen from 'lucide-react/icons/user-pen'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { words } from './members.messages.ts'
import { sayMoment } from './moments.messages.ts'

export interface Moment {
  readonly id: string
  readonly name: string
  readonly occurredAt: string
  readonly props: Record<string, unknown>
}

const icons: Record<string, typeof Footprints> = {
  'member.joined': Sprout,
  'member.profile_changed': UserPen,
  'visitor.identified': Laptop,
  order_placed: ShoppingBag,
  order_paid: ShoppingBag,
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
              const Icon = icons[moment.name] ?? Footprints
              const { message, values } = sayMoment(moment)
              return (
                <li key={moment.id} className="relative flex items-start gap-3 pb-3">
                  {index < here.length - 1 ? (
                    <span aria-hidden="true" className="absolute top-8 bottom-0 left-[15px] w-0.5 rounded-full bg-line-soft" />
                  ) : null}
                  <span className="grid size-8 shrink-0 place-items-center rounded-full bg-pine-soft text-pine">
                    <Icon size={16} aria-hidden />
                  </span>
                  <p className="min-w-0 flex-1 pt-1 text-[15px] leading-6">{t(message, values)}</p>
                  <time dateTime={moment.occurredAt} className="shrink-0 pt-1.5 text-[13px] leading-5 text-muted">
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
