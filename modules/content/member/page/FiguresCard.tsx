/** How a post does, for its author and hosts: who saw it, who read it, who answered (S0-42, S0-43). */
import { useQuery } from '@tanstack/react-query'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import { figuresQuery } from './page.queries.ts'
import { words } from './page.words.ts'

export function FiguresCard({ id }: { id: string }) {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery(figuresQuery(id))
  if (!data)
    return (
      <Card title={t(words.figuresTitle)}>
        <div className="pt-3">
          <Bone height={96} />
        </div>
      </Card>
    )
  const facts: readonly (readonly [label: string, value: string])[] = [
    [t(words.impressions), format.number(data.impressions)],
    [t(words.readsShort), format.number(data.reads)],
    [t(words.rate), data.interactionRate === null ? '—' : format.percent(data.interactionRate)],
    [t(words.depth), data.depth === null ? '—' : format.percent(data.depth / 100)],
    [t(words.likes), format.number(data.reactions)],
    [t(words.commentsShort), format.number(data.comments)],
    [t(words.keeps), format.number(data.bookmarks)],
    [t(words.shares), format.number(data.shares)],
    ...(data.firstAnswerMinutes === null
      ? []
      : [[t(words.firstAnswer), format.duration(data.firstAnswerMinutes * 60_000)] as const]),
  ]
  return (
    <Card title={t(words.figuresTitle)}>
      {data.impressions + data.reads === 0 ? (
        <p className="pt-1 text-[14px] leading-[22px] text-muted">{t(words.nothingYet)}</p>
      ) : (
        <>
          <dl className="grid grid-cols-3 gap-x-3 gap-y-2 pt-2">
            {facts.map(([label, value]) => (
              <div key={label} className="flex flex-col-reverse">
                <dt className="text-[12px] leading-4 text-muted">{label}</dt>
                <dd className="text-[17px] leading-6 font-semibold">{value}</dd>
              </div>
            ))}
          </dl>
          <p className="pt-2 text-[12px] leading-[18px] text-muted">{t(words.rateAbout)}</p>
          {data.days.length > 1 ? <Curve days={data.days} /> : null}
        </>
      )}
      {data.people.length > 0 ? (
        <div className="pt-3">
          <h3 className="text-[13px] leading-5 text-muted">{t(words.tookPart)}</h3>
          <ul className="flex flex-wrap gap-1 pt-1.5">
            {data.people.map((person) => (
              <li key={person.token} title={person.name}>
                <Avatar name={person.name} src={person.avatarUrl} tintKey={person.token} size={28} />
                <span className="sr-only">{person.name}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Card>
  )
}

function Curve({ days }: { days: readonly { day: string; impressions: number; reads: number }[] }) {
  const t = useT()
  const most = Math.max(1, ...days.map((day) => day.reads))
  return (
    <figure className="pt-3">
      <figcaption className="text-[13px] leading-5 text-muted">{t(words.curve)}</figcaption>
      <ul className="flex h-14 items-end gap-[3px] pt-1.5">
        {days.map(({ day, reads, impressions }) => {
          const said = t(words.curveDay, { day: day.slice(5), reads, impressions })
          return (
            <li key={day} title={said} className="flex h-full min-w-0 flex-1 items-end">
              <span className="sr-only">{said}</span>
              <span
                aria-hidden
                className="block w-full rounded-t-[3px] bg-pine"
                style={{ height: `${Math.max(4, (reads / most) * 100)}%`, opacity: reads === 0 ? 0.25 : 1 }}
              />
            </li>
          )
        })}
      </ul>
    </figure>
  )
}
