/** How far the group is from the next rung, and the member from the next tier: titled by what is missing. */
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Conditions, conditionWords, Progress } from '#ui/member/Conditions.tsx'
import type { Course } from './groups.queries.ts'
import { words } from './groups.words.ts'

const shares = new Set(['activeRate', 'participation', 'answered'])

export function LevelCard({ ladder }: { ladder: NonNullable<Course['ladder']> }) {
  const t = useT()
  const format = useFormat()
  const { next, level } = ladder
  if (!next)
    return level ? (
      <Card title={t(words.levelTop, { level: level.name })}>
        {level.perks ? (
          <p className="mt-1 text-[14px] leading-[22px] text-muted">
            {t(words.unlocks, { perks: level.perks })}
          </p>
        ) : null}
      </Card>
    ) : null
  return (
    <Card
      title={
        next.missing > 0
          ? t(words.levelMissing, { level: next.level.name, count: next.missing })
          : t(words.levelReady, { level: next.level.name })
      }
    >
      {next.level.perks ? (
        <p className="mt-1 text-[14px] leading-[22px] text-muted text-pretty">
          {t(words.unlocks, { perks: next.level.perks })}
        </p>
      ) : null}
      <ul className="mt-2 grid gap-3">
        {next.needs.map((need) => (
          <li key={need.figure}>
            <Progress
              label={need.label}
              text={
                shares.has(need.figure)
                  ? `${Math.round(need.actual)}% / ${need.atLeast}%`
                  : `${format.number(Math.round(need.actual))} / ${format.number(need.atLeast)}${need.met ? ` · ${t(conditionWords.reached)}` : ''}`
              }
              share={need.atLeast > 0 ? need.actual / need.atLeast : 1}
              met={need.met}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

type TierCourse = NonNullable<Course['tier']>

/** What a member still lacks for the next tier, with what was found. */
export function OwnTier({ course }: { course: TierCourse }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      {course.losesAt && course.current ? (
        <p className="mt-2 rounded-[10px] bg-wheat-soft px-3 py-2 text-[14px] leading-[22px] text-wheat-text">
          {t(words.ownLoses, { day: format.date(course.losesAt), tier: course.current.name })}
        </p>
      ) : null}
      {course.next ? (
        <>
          <p className="mt-2 text-[14px] leading-[22px] font-medium">
            {course.next.missing > 0
              ? t(words.ownNext, { tier: course.next.tier.name, count: course.next.missing })
              : t(words.ownReady, { tier: course.next.tier.name })}
          </p>
          <Conditions lines={course.next.asks} />
        </>
      ) : null}
    </>
  )
}
