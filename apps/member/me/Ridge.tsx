/** Settling in as a path over the hills: what is behind, the next stop, what is ahead. */
import { Link } from '@tanstack/react-router'
import Check from 'lucide-react/icons/check'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useT } from '#ui/locale/locale.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useFirstSteps } from '../home/firstSteps.ts'
import { home } from '../home/home.messages.ts'

/** Points of the path, from the left foot to the top; the drawing has room for four. */
const stops = [
  { x: 34, y: 79 },
  { x: 104, y: 62 },
  { x: 186, y: 66 },
  { x: 270, y: 30 },
] as const
const walked = [
  'M0 84C14 82.500 24 81 34 79',
  'C60 74 74 62 104 62',
  'C140 62 152 76 186 66',
  'C216 57 232 30 270 30',
] as const

export function Ridge() {
  const t = useT()
  const progress = useFirstSteps()
  if (!progress) return <Skeleton lines={3} />
  const { steps, done, next } = progress
  // The last step is always the top; with fewer steps the path just has fewer stops before it.
  const drawn = steps.slice(0, stops.length)
  const skipped = stops.length - drawn.length
  const reached = drawn.findIndex((state) => !state.done)
  const upTo = reached === 0 ? 0 : skipped + (reached === -1 ? drawn.length : reached)
  return (
    <section
      aria-label={t(home.stepsLabel)}
      className="overflow-hidden rounded-card border border-line bg-card"
    >
      <svg viewBox="0 0 356 104" aria-hidden="true" className="block w-full">
        <rect width="356" height="104" className="fill-pine-soft" />
        <circle cx="318" cy="24" r="9" fill="var(--sun)" />
        <path d="M0 84C50 80 66 62 104 62s48 14 82 4 46-36 84-36 56 20 86 22v52H0z" fill="var(--ridge-far)" />
        <path d="M0 94c60-2 110-14 150-14 50 0 90 12 206 2v22H0z" fill="var(--ridge-near)" />
        <path
          d={walked.join('')}
          fill="none"
          className="stroke-pine"
          strokeWidth="2"
          strokeDasharray="1 5.5"
          strokeLinecap="round"
        />
        <path
          d={`${walked.slice(0, upTo).join('') || 'M0 84'}`}
          fill="none"
          className="stroke-pine"
          strokeWidth="2.5"
          strokeLinecap="round"
        />
        {drawn.map((state, index) => {
          const stop = stops[skipped + index] ?? stops[0]
          return state.done ? (
            <circle key={state.step.name} cx={stop.x} cy={stop.y} r="4" className="fill-pine" />
          ) : (
            <circle
              key={state.step.name}
              cx={stop.x}
              cy={stop.y}
              r="4.5"
              className="fill-card stroke-pine"
              strokeWidth="2"
            />
          )
        })}
      </svg>
      <div className="px-4 pt-2.5 pb-2">
        <h2 className="text-[16px] leading-6 font-semibold">
          {next ? t(home.stepsLeft, { left: steps.length - done }) : t(home.stepsDone)}
        </h2>
        {next ? null : <p className="pb-1 text-[14px] leading-[22px] text-muted">{t(home.stepsDoneBody)}</p>}
        {next ? (
          <ul className="mt-0.5">
            {steps.map(({ step, done }) => (
              <li key={step.name}>
                <Link
                  to={step.path}
                  className="-mx-2 flex min-h-11 items-center gap-2.5 rounded-[10px] px-2 text-[15px] leading-6 hover:bg-soft"
                >
                  <span className={`grid w-5 place-items-center ${done ? 'text-good-text' : 'text-pine'}`}>
                    {done ? (
                      <Check size={17} strokeWidth={2.2} aria-hidden />
                    ) : (
                      <ChevronRight size={17} aria-hidden />
                    )}
                  </span>
                  <span className={`flex-1 ${done ? 'text-muted' : 'font-medium'}`}>
                    {t(done ? step.label : step.action)}
                  </span>
                  {done ? <span className="text-[14px] text-muted">{t(home.stepDone)}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  )
}
