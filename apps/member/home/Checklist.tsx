/** The newcomer's steps with progress: done, next, still to come. Gone once all are done. */
import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { useFirstSteps } from './firstSteps.ts'
import { home } from './home.messages.ts'

export function Checklist() {
  const t = useT()
  const progress = useFirstSteps()
  if (!progress?.next) return null
  const { steps, done, next } = progress
  // Drawn up to the step that is next, as long as everything before it is done.
  const reach = steps.indexOf(steps.find(({ step }) => step === next) ?? steps[0]!) / (steps.length - 1)
  return (
    <section aria-label={t(home.stepsLabel)} className="rounded-card bg-pine-soft px-4 pt-3 pb-3.5">
      <h2 className="flex items-baseline justify-between gap-3 text-[16px] leading-6 font-semibold">
        {t(home.stepsLeft, { left: steps.length - done })}
        <span className="text-[14px] font-normal text-pine">
          {t(home.stepsProgress, { done, all: steps.length })}
        </span>
      </h2>
      <div className="relative mt-2.5">
        <Line share={1} count={steps.length} className="bg-pine/25" />
        <Line share={Math.min(1, reach)} count={steps.length} className="bg-pine" />
        <ol
          className="relative grid"
          style={{ gridTemplateColumns: `repeat(${steps.length}, minmax(0, 1fr))` }}
        >
          {steps.map(({ step, done }) => {
            const isNext = step === next
            return (
              <li key={step.name} className="relative">
                <Link
                  to={step.path}
                  className={`flex min-h-[54px] flex-col items-center gap-1 rounded-[10px] text-center text-[13px] leading-[18px] ${isNext ? 'font-semibold' : 'text-muted'}`}
                >
                  <span
                    className={`grid size-[26px] place-items-center rounded-full border-2 ${done ? 'border-pine bg-pine text-on-pine' : isNext ? 'border-pine bg-card text-pine' : 'border-pine/40 bg-pine-soft'}`}
                  >
                    {done ? (
                      <Glyph name="check" size={16} strokeWidth={2} />
                    ) : isNext ? (
                      <Glyph name="pencil" size={14} />
                    ) : null}
                  </span>
                  {t(step.label)}
                  <span className="sr-only">{done ? t(home.stepDone) : isNext ? t(home.stepNext) : ''}</span>
                </Link>
              </li>
            )
          })}
        </ol>
      </div>
      <Link to={next.path} className={`${buttonClass('solid', true)} mt-3`}>
        {t(next.action)}
      </Link>
    </section>
  )
}

/** From the middle of the first point towards the middle of the last. */
function Line({ share, count, className }: { share: number; count: number; className: string }) {
  const half = 50 / count
  return (
    <span
      aria-hidden="true"
      className={`absolute top-3 h-0.5 ${className}`}
      style={{ left: `${half}%`, width: `${(100 - half * 2) * share}%` }}
    />
  )
}
