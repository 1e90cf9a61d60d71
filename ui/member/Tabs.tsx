/** Views of one thing, as in a feed: 最新 / 热门. Arrow keys move; the panel is the caller's. */
import { type KeyboardEvent, useId, useRef } from 'react'

export function Tabs<T extends string>({
  label,
  value,
  options,
  choose,
  children,
}: {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  choose: (value: T) => void
  children: React.ReactNode
}) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  function move(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const at = options.findIndex((option) => option.value === value)
    const edge = { Home: 0, End: options.length - 1 }[event.key]
    const to = edge ?? (step === undefined ? undefined : (at + step + options.length) % options.length)
    const next = to === undefined ? undefined : options[to]
    if (!next) return
    event.preventDefault()
    choose(next.value)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to as number]?.focus()
  }
  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        className="flex gap-[22px] overflow-x-auto text-[15px]"
      >
        {options.map((option) => {
          const on = option.value === value
          return (
            <button
              key={option.value}
              type="button"
              role="tab"
              id={`${id}-${option.value}`}
              aria-selected={on}
              aria-controls={`${id}-panel`}
              tabIndex={on ? 0 : -1}
              onClick={() => choose(option.value)}
              className={`relative min-h-11 shrink-0 whitespace-nowrap ${on ? 'font-semibold text-ink after:absolute after:inset-x-0.5 after:bottom-1 after:h-[3px] after:rounded-[2px] after:bg-pine' : 'text-muted'}`}
            >
              {option.label}
            </button>
          )
        })}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </>
  )
}
