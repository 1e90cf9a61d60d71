/** A poll as it is written: question, options, how many one may choose, when it ends, who sees the result. */
import ChevronDown from 'lucide-react/icons/chevron-down'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { type SelectHTMLAttributes, useId } from 'react'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { composeWords as words } from './compose.words.ts'
import type { PollWords } from './shapes.ts'
import { clockOf, momentOf } from './zone.ts'

const mostOptions = 20
const box =
  'block min-h-11 w-full rounded-[10px] border border-line-strong bg-card px-3.5 text-[16px] text-ink placeholder:text-muted disabled:opacity-60'
export function PollEditor({
  poll,
  change,
  fixed,
}: {
  poll: PollWords
  change: (poll: PollWords) => void
  /** It was posted already: people have voted on these words. */
  fixed: boolean
}) {
  const t = useT()
  const id = useId()
  const { timeZone, now } = useReading()
  const set = (more: Partial<PollWords>) => change({ ...poll, ...more })
  const setOption = (at: number, text: string) =>
    set({ options: poll.options.map((option, index) => (index === at ? text : option)) })
  const drop = (at: number) => {
    const options = poll.options.filter((_, index) => index !== at)
    set({ options, choices: Math.min(poll.choices, options.length) })
  }
  return (
    <fieldset disabled={fixed} className="grid gap-3 rounded-card border border-line bg-soft p-4">
      <legend className="sr-only">{t(words.poll)}</legend>
      {fixed ? <p className="text-[14px] leading-[22px] text-muted">{t(words.pollFixed)}</p> : null}
      <input
        aria-label={t(words.pollQuestion)}
        placeholder={t(words.pollQuestion)}
        maxLength={120}
        value={poll.question}
        onChange={(event) => set({ question: event.target.value })}
        className={box}
      />
      <ol className="grid gap-2">
        {poll.options.map((option, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: options are what stands in their place
          <li key={at} className="flex gap-1">
            <input
              aria-label={t(words.pollOption, { number: at + 1 })}
              placeholder={t(words.pollOption, { number: at + 1 })}
              maxLength={60}
              value={option}
              onChange={(event) => setOption(at, event.target.value)}
              className={box}
            />
            {poll.options.length > 2 ? (
              <button
                type="button"
                aria-label={t(words.pollRemove, { number: at + 1 })}
                onClick={() => drop(at)}
                className="grid size-11 shrink-0 place-items-center rounded-[10px] text-muted hover:bg-card"
              >
                <X size={18} aria-hidden />
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      {poll.options.length < mostOptions ? (
        <button
          type="button"
          onClick={() => set({ options: [...poll.options, ''] })}
          className="inline-flex min-h-11 items-center gap-1.5 justify-self-start rounded-[10px] px-2 text-[15px] font-medium text-pine hover:bg-pine-soft"
        >
          <Plus size={18} aria-hidden />
          {t(words.pollAdd)}
        </button>
      ) : null}
      <div className="grid gap-3 sm:grid-cols-3">
        <label htmlFor={`${id}-choices`} className="text-[14px] leading-5">
          <span className="block pb-1.5">{t(words.pollChoices)}</span>
          <List
            id={`${id}-choices`}
            value={poll.choices}
            onChange={(event) => set({ choices: Number(event.target.value) })}
          >
            {poll.options.map((_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a number is its own name
              <option key={at} value={at + 1}>
                {at === 0 ? t(words.pollOne) : t(words.pollMany, { count: at + 1 })}
              </option>
            ))}
          </List>
        </label>
        <label htmlFor={`${id}-shown`} className="text-[14px] leading-5">
          <span className="block pb-1.5">{t(words.pollShown)}</span>
          <List
            id={`${id}-shown`}
            value={poll.shown}
            onChange={(event) => set({ shown: event.target.value as PollWords['shown'] })}
          >
            <option value="always">{t(words.pollAlways)}</option>
            <option value="voted">{t(words.pollVoted)}</option>
            <option value="closed">{t(words.pollClosed)}</option>
          </List>
        </label>
        <label htmlFor={`${id}-closes`} className="text-[14px] leading-5">
          <span className="block pb-1.5">{t(words.pollCloses)}</span>
          <input
            id={`${id}-closes`}
            type="datetime-local"
            min={clockOf(new Date(now()), timeZone)}
            value={poll.closesAt ? clockOf(new Date(poll.closesAt), timeZone) : ''}
            onChange={(event) =>
              set({ closesAt: momentOf(event.target.value, timeZone)?.toISOString() ?? null })
            }
            className={box}
          />
        </label>
      </div>
    </fieldset>
  )
}

/** A native list whose mark stands as far from the edge as its words. */
const List = (list: SelectHTMLAttributes<HTMLSelectElement>) => (
  <span className="relative block">
    <select {...list} className={`${box} appearance-none pr-10`} />
    <ChevronDown
      size={18}
      aria-hidden
      className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted"
    />
  </span>
)

/** The poll as it is sent; undefined while it cannot be. */
export function pollToSend(poll: PollWords): PollWords | undefined {
  const options = poll.options.map((option) => option.trim()).filter(Boolean)
  if (options.length < 2 || new Set(options).size < options.length) return undefined
  return { ...poll, question: poll.question.trim(), options, choices: Math.min(poll.choices, options.length) }
}
