import { type ReactNode, useId } from 'react'

/** On or off, in force the moment it is moved. The whole line is the target. */
export function Toggle({
  label,
  note,
  on,
  busy = false,
  disabled = false,
  change,
}: {
  label: string
  note?: ReactNode
  on: boolean
  /** The change is being sent. */
  busy?: boolean
  disabled?: boolean
  change: (on: boolean) => void
}) {
  const id = useId()
  return (
    <div className="flex items-start gap-4 py-3">
      <label
        htmlFor={id}
        className={`min-w-0 flex-1 text-[15px] leading-6 ${disabled ? '' : 'cursor-pointer'}`}
      >
        <span className="font-medium">{label}</span>
        {note ? (
          <span id={`${id}-note`} className="block text-[13px] leading-5 text-muted">
            {note}
          </span>
        ) : null}
      </label>
      <span className="relative -my-2.5 grid h-11 w-[52px] shrink-0 place-items-center">
        <input
          id={id}
          type="checkbox"
          role="switch"
          checked={on}
          aria-checked={on}
          disabled={disabled}
          aria-busy={busy}
          aria-describedby={note ? `${id}-note` : undefined}
          onChange={(event) => {
            if (!busy) change(event.currentTarget.checked)
          }}
          className="peer absolute inset-0 m-0 appearance-none rounded-[10px] outline-offset-0"
        />
        <span
          aria-hidden="true"
          className={`pointer-events-none h-[30px] w-[50px] rounded-full border p-[3px] ${on ? 'border-pine bg-pine' : 'border-line-strong bg-soft'} ${busy || disabled ? 'opacity-60' : ''}`}
        >
          <span
            className={`block size-[22px] rounded-full ${on ? 'translate-x-5 bg-on-pine' : 'bg-line-strong'} transition-transform duration-[var(--motion-fast)]`}
          />
        </span>
      </span>
    </div>
  )
}
