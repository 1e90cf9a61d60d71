/** Buttons are verbs, 44 px tall. One `solid` per screen; `plain` for the rest; `remove` for taking something
 * away in a list, `danger` for what cannot be undone. */
import type { ButtonHTMLAttributes, ReactNode } from 'react'

const looks = {
  solid: 'bg-pine text-on-pine border-pine hover:bg-pine-hover',
  plain: 'bg-card text-ink border-line hover:bg-soft',
  quiet: 'bg-transparent text-pine border-transparent hover:bg-pine-soft',
  remove: 'bg-transparent text-bad-text border-transparent hover:bg-bad-soft',
  danger: 'bg-card text-bad-text border-line hover:bg-bad-soft',
} as const

export type ButtonLook = keyof typeof looks

/** The classes alone, for links that look like buttons. */
export function buttonClass(look: ButtonLook = 'plain', wide = false): string {
  return `inline-flex min-h-11 items-center justify-center gap-2 rounded-[10px] border px-[18px] text-[15px] leading-5 font-medium text-center select-none disabled:cursor-default disabled:opacity-60 ${looks[look]} ${wide ? 'w-full' : ''}`
}

export function Button({
  look = 'plain',
  wide = false,
  icon,
  sending = false,
  children,
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: ButtonLook
  wide?: boolean
  icon?: ReactNode
  /** Shows that the request is under way and takes no second press. */
  sending?: boolean
}) {
  return (
    <button
      type="button"
      {...rest}
      // Not `disabled`: that would drop the focus, and a screen reader with it.
      aria-disabled={sending || undefined}
      onClick={sending ? (event) => event.preventDefault() : rest.onClick}
      className={`${buttonClass(look, wide)} ${sending ? 'cursor-default opacity-75' : ''} ${className}`}
    >
      {sending ? <Spinner /> : icon}
      {children}
    </button>
  )
}

function Spinner() {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 20 20"
      aria-hidden="true"
      className="animate-spin motion-reduce:animate-none"
    >
      <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" strokeWidth="2.5" opacity=".3" />
      <path
        d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  )
}
