/** How far the group is from the next rung, and the member from the next tier: titled by what is missing. */
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
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
                  : `${format.number(Math.round(need.actual))} / ${format.number(need.atLeast)}${need.met ? ` · ${t(words.reached)}` : ''}`
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

export function Progress({
  label,
  text,
  share,
  met,
}: {
  label: string
  text: string
  share: number
  met: boolean
}) {
  return (
    <div>
      <p className="flex items-baseline justify-between gap-3 text-[14px] leading-6">
        <span className="min-w-0">{label}</span>
        <span className="shrink-0 text-muted tabular-nums">{text}</span>
      </p>
      <div className="mt-0.5 h-[5px] overflow-hidden rounded-full bg-line-soft" aria-hidden="true">
        <div
          className={`h-full rounded-full ${met ? 'bg-pine' : 'bg-wheat'}`}
          style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }}
        />
      </div>
    </div>
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

export interface ConditionLine {
  readonly says: string
  readonly met: boolean
  readonly evidence: string | null
  readonly progress: { readonly actual: number; readonly needed: number } | null
}

export function Conditions({ lines }: { lines: readonly ConditionLine[] }) {
  const t = useT()
  return (
    <ul className="mt-1.5 grid gap-2.5">
      {lines.map((line) =>
        line.progress && !line.met ? (
          <li key={line.says}>
            <Progress
              label={line.says}
              text={`${line.progress.actual} / ${line.progress.needed}`}
              share={line.progress.needed > 0 ? line.progress.actual / line.progress.needed : 0}
              met={line.met}
            />
          </li>
        ) : (
          <li key={line.says} className="flex items-start gap-2 text-[14px] leading-[22px]">
            <span
              className={`mt-[3px] grid size-4 shrink-0 place-items-center rounded-full ${line.met ? 'bg-pine text-on-pine' : 'border-2 border-line-strong'}`}
            >
              {line.met ? <Glyph name="check" size={11} strokeWidth={2.4} /> : null}
            </span>
            <span className="min-w-0">
              {line.says}
              {line.evidence ? <span className="block text-[13px] text-muted">{line.evidence}</span> : null}
              {line.met ? <span className="sr-only">{t(words.reached)}</span> : null}
            </span>
          </li>
        ),
      )}
    </ul>
  )
}
