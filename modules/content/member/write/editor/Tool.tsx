/** One button of a toolbar. 44 px wherever fingers point. */
import type { ReactNode } from 'react'

export function Tool({
  label,
  keys,
  pressed,
  disabled = false,
  press,
  children,
}: {
  label: string
  /** How it is called by the keyboard, shown beside the label: `⌘B`. */
  keys?: string
  /** For switches: whether it is on. */
  pressed?: boolean
  disabled?: boolean
  press: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={keys ? `${label}  ${keys}` : label}
      aria-pressed={pressed}
      disabled={disabled}
      // The text keeps the focus and its selection, and a phone its keyboard.
      onPointerDown={(event) => event.preventDefault()}
      onClick={press}
      className={`grid size-9 shrink-0 place-items-center rounded-[9px] disabled:opacity-40 [@media(pointer:coarse)]:size-11 ${pressed ? 'bg-pine-soft text-pine' : 'text-ink hover:bg-soft'}`}
    >
      {children}
    </button>
  )
}
