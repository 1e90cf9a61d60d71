/** Beside a group: what it lacks for the next rung, where I stand in it, who is new, and what it is about. */
import { Link } from '@tanstack/react-router'
import { roleLabels } from '#modules/groups/groups.messages.ts'
import { useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { useSession } from '#ui/member/session.ts'
import type { Course, GroupPage } from './groups.queries.ts'
import { words } from './groups.words.ts'
import { LevelCard, OwnTier } from './LevelCard.tsx'

export function GroupAside({ group, course }: { group: GroupPage; course: Course | undefined }) {
  return (
    <aside className="grid min-w-0 content-start gap-4">
      {course?.ladder ? <LevelCard ladder={course.ladder} /> : null}
      {group.you ? <YouHere group={group} you={group.you} course={course} /> : null}
      {group.you ? <NewHere group={group} /> : null}
      <About group={group} />
    </aside>
  )
}

function YouHere({
  group,
  you,
  course,
}: {
  group: GroupPage
  you: NonNullable<GroupPage['you']>
  course: Course | undefined
}) {
  const t = useT()
  const { account } = useSession()
  const name = you.cardName || account?.name || ''
  return (
    <Card title={t(words.here)}>
      <div className="mt-2 flex items-center gap-3">
        <Avatar name={name} size={40} tintKey={you.membershipId} src={account?.avatarUrl} />
        <p className="min-w-0 text-[15px] leading-[22px]">
          <span className="block truncate">
            {[you.tier?.name ?? t(roleLabels[you.role]), t(words.placed, { number: you.number })].join(' · ')}
          </span>
          <span className="block truncate text-[13px] text-muted">{name}</span>
        </p>
      </div>
      {course?.tier ? <OwnTier course={course.tier} /> : null}
      {!course?.tier && course?.communityTier ? <OwnTier course={course.communityTier} /> : null}
      <Link
        to="/groups/$slug/members"
        params={{ slug: group.slug }}
        className={`${buttonClass('plain', true)} mt-3`}
      >
        {t(words.seeMembers)}
      </Link>
    </Card>
  )
}

function NewHere({ group }: { group: GroupPage }) {
  const t = useT()
  if (group.joinedThisWeek === 0) return null
  return (
    <Card
      title={t(words.newThisWeek, { count: group.joinedThisWeek })}
      aside={
        <Link
          to="/groups/$slug/newcomers"
          params={{ slug: group.slug }}
          className="-my-2.5 inline-flex min-h-11 items-center text-pine hover:underline"
        >
          {t(words.sayHello)}
        </Link>
      }
    >
      <div className="mt-2 flex items-center gap-3">
        <span className="flex -space-x-2">
          {group.freshFaces.map((face) => (
            <span key={face.token} className="rounded-full ring-2 ring-card">
              <Avatar name={face.name} src={face.avatarUrl} tintKey={face.token} size={32} />
            </span>
          ))}
        </span>
        <span className="text-[13px] leading-5 text-muted">
          {group.silentNewcomers > 0
            ? t(words.silentOnes, { count: group.silentNewcomers })
            : t(words.allGreeted)}
        </span>
      </div>
    </Card>
  )
}

const values = {
  offers: words.valueOffers,
  expertise: words.valueExpertise,
  links: words.valueLinks,
} as const
const connections = { distributed: words.distributed, pyramid: words.pyramid } as const

function About({ group }: { group: GroupPage }) {
  const t = useT()
  const value = values[group.coreValue as keyof typeof values]
  const connection = connections[group.connection as keyof typeof connections]
  const lines = [
    [t(words.forWhom), group.forWhom],
    [t(words.whenTo), group.situation],
    [
      t(words.whatYouGet),
      [group.valuePromise, value ? t(value) : '', connection ? t(connection) : '']
        .filter(Boolean)
        .join(' · '),
    ],
  ].filter(([, text]) => text)
  if (lines.length === 0 && !group.summary) return null
  return (
    <Card title={t(words.aboutGroup)}>
      {group.summary ? <p className="mt-1 text-[14px] leading-[22px] text-pretty">{group.summary}</p> : null}
      <dl className="mt-2 grid gap-2">
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt className="text-[13px] leading-5 text-muted">{label}</dt>
            <dd className="text-[14px] leading-[22px] text-pretty">{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
