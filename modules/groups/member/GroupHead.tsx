/** The head of a group: its picture, what it is, how many live in it, and its rules in four parts. */
import Ban from 'lucide-react/icons/ban'
import Compass from 'lucide-react/icons/compass'
import Gift from 'lucide-react/icons/gift'
import HandHeart from 'lucide-react/icons/hand-heart'
import type { ReactNode } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { useT } from '#ui/locale/locale.tsx'
import type { IconComponent } from '#ui/member/declare.ts'
import { HillBand } from '#ui/member/HillBand.tsx'
import type { GroupPage } from './groups.queries.ts'
import { words } from './groups.words.ts'
import { House } from './House.tsx'

export function GroupHead({
  group,
  level,
  action,
}: {
  group: GroupPage
  /** On which rung of the ladder the group stands, in words. */
  level: string | undefined
  action: ReactNode
}) {
  const t = useT()
  const life = [
    t(words.members, { count: group.memberCount }),
    ...(group.seenThisWeek > 0 ? [t(words.seen, { count: group.seenThisWeek })] : []),
    ...(group.hostCount > 0 ? [t(words.hosts, { count: group.hostCount })] : []),
  ]
  return (
    <section className="overflow-hidden rounded-card border border-line bg-card">
      {group.coverUrl ? (
        <img src={group.coverUrl} alt="" className="h-[76px] w-full object-cover sm:h-[84px]" />
      ) : (
        <HillBand className="h-[76px] w-full sm:h-[84px]" />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 pt-3 pb-4 sm:px-5">
        <span className="-mt-9 rounded-[18px] bg-card p-1 sm:-mt-8">
          <House group={group} size={56} />
        </span>
        <div className="min-w-0 flex-1 basis-[220px]">
          <h1
            tabIndex={-1}
            className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[20px] leading-7 font-semibold"
          >
            {group.name}
            <span className="rounded-[5px] bg-wheat-soft px-2 py-0.5 text-[13px] leading-4 font-normal text-wheat-text">
              {level ?? group.tier.name}
            </span>
          </h1>
          <p className="text-[14px] leading-[22px] text-muted tabular-nums">{life.join(' · ')}</p>
        </div>
        <div className="max-sm:w-full [&>*]:max-sm:w-full">{action}</div>
      </div>
      {group.rules ? <FourParts rules={group.rules} /> : null}
    </section>
  )
}

const parts = [
  ['theme', words.theme, Compass, 'text-pine'],
  ['service', words.service, HandHeart, 'text-sky-text'],
  ['forbidden', words.forbidden, Ban, 'text-bad-text'],
  ['rewarded', words.rewarded, Gift, 'text-wheat-text'],
] as const satisfies readonly (readonly [string, Message, IconComponent, string])[]

export function FourParts({ rules }: { rules: NonNullable<GroupPage['rules']> }) {
  const t = useT()
  const texts = {
    theme: [rules.theme],
    service: [rules.service],
    forbidden: [rules.forbidden, rules.penalty],
    rewarded: [rules.rewarded, rules.returned],
  }
  return (
    <dl className="grid grid-cols-2 border-t border-line md:grid-cols-4">
      {parts.map(([part, label, Icon, tone], at) => (
        <div
          key={part}
          className={`px-4 py-3 ${at % 2 === 1 ? 'border-l' : ''} ${at > 1 ? 'max-md:border-t' : ''} ${at === 2 ? 'md:border-l' : ''} border-line`}
        >
          <dt className="flex items-center gap-1.5 text-[14px] leading-6 font-semibold">
            <Icon size={16} aria-hidden className={tone} />
            {t(label)}
          </dt>
          <dd className="text-[14px] leading-[21px] text-pretty">
            {texts[part].filter(Boolean).map((text, line) => (
              <span key={text} className={`block ${line > 0 ? 'text-muted' : ''}`}>
                {text}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
