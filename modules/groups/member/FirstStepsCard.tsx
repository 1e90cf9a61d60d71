/** What a newcomer does in the first 24 hours and 7 days, with how far he is. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Glyph } from '#ui/member/Glyph.tsx'
import { firstStepsQuery } from './groups.queries.ts'
import { words } from './groups.words.ts'

type Step = Awaited<ReturnType<NonNullable<ReturnType<typeof firstStepsQuery>['queryFn']>>>['steps'][number]

export function FirstStepsCard({ slug, openCard }: { slug: string; openCard: () => void }) {
  const t = useT()
  const { data } = useQuery(firstStepsQuery(slug))
  if (!data || data.steps.length === 0) return null
  const done = data.steps.filter((step) => step.done).length
  const all = data.steps.length
  return (
    <section aria-label={t(words.firstSteps)} className="rounded-card bg-pine-soft px-4 pt-3.5 pb-3">
      {data.welcome ? (
        <p className="pb-2.5 text-[15px] leading-6 whitespace-pre-line text-pretty">{data.welcome}</p>
      ) : null}
      <h2 className="flex items-baseline justify-between gap-3 text-[16px] leading-6 font-semibold">
        {t(done === all ? words.allDone : words.firstSteps)}
        <span className="text-[14px] font-normal text-pine tabular-nums">
          {t(words.stepsDone, { done, all })}
        </span>
      </h2>
      <div className="mt-2 h-1.5 overflow-hidden rounded-full bg-pine/20" aria-hidden="true">
        <div className="h-full rounded-full bg-pine" style={{ width: `${(done / all) * 100}%` }} />
      </div>
      <div className="mt-2 grid gap-x-6 sm:grid-cols-2">
        <Part label={t(words.within24)} steps={data.steps.filter((step) => step.withinHours === 24)}>
          {(step) => <Line key={step.id} slug={slug} step={step} openCard={openCard} />}
        </Part>
        <Part label={t(words.within7)} steps={data.steps.filter((step) => step.withinHours !== 24)}>
          {(step) => <Line key={step.id} slug={slug} step={step} openCard={openCard} />}
        </Part>
      </div>
    </section>
  )
}

function Part({
  label,
  steps,
  children,
}: {
  label: string
  steps: readonly Step[]
  children: (step: Step) => React.ReactNode
}) {
  if (steps.length === 0) return null
  return (
    <div>
      <h3 className="pt-1.5 text-[13px] leading-5 text-muted">{label}</h3>
      <ul>{steps.map(children)}</ul>
    </div>
  )
}

function Line({ slug, step, openCard }: { slug: string; step: Step; openCard: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const tick = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/site/groups/{slug}/first-steps/{step}', { params: { path: { slug, step: step.id } } }),
      ),
    onSuccess: (data) => client.setQueryData(firstStepsQuery(slug).queryKey, data),
  })
  const inside = (
    <>
      <span
        aria-hidden="true"
        className={`grid size-[22px] shrink-0 place-items-center rounded-full border-2 ${step.done ? 'border-pine bg-pine text-on-pine' : 'border-pine/50 bg-card'}`}
      >
        {step.done ? <Glyph name="check" size={13} strokeWidth={2.4} /> : null}
      </span>
      <span className={`min-w-0 flex-1 ${step.done ? 'text-muted' : ''}`}>
        {step.title}
        {step.late ? <span className="ml-2 text-[13px] text-muted">{t(words.late)}</span> : null}
      </span>
    </>
  )
  const look = 'flex min-h-11 w-full items-center gap-2.5 rounded-[10px] text-left text-[15px] leading-6'
  if (step.done)
    return (
      <li className={look}>
        {inside}
        <span className="sr-only">✓</span>
      </li>
    )
  switch (step.kind) {
    case 'card':
    case 'introduce':
      return (
        <li>
          <button type="button" onClick={openCard} className={`${look} hover:text-pine`}>
            {inside}
            <Glyph name="right" size={16} className="text-muted" />
          </button>
        </li>
      )
    case 'greet':
      return (
        <li>
          <Link to="/groups/$slug/newcomers" params={{ slug }} className={`${look} hover:text-pine`}>
            {inside}
            <Glyph name="right" size={16} className="text-muted" />
          </Link>
        </li>
      )
    case 'link':
      return (
        <li>
          <Link to={step.path} onClick={() => tick.mutate()} className={`${look} hover:text-pine`}>
            {inside}
            <Glyph name="right" size={16} className="text-muted" />
          </Link>
        </li>
      )
    default:
      return <li className={look}>{inside}</li>
  }
}
