/** A few choices of which one holds, side by side: native radio buttons drawn as one control. */
import { type ReactNode, useId } from 'react'

export function Choice<T extends string>({
  label,
  value,
  options,
  choose,
  showLabel = true,
}: {
  label: string
  value: T
  options: readonly { value: T; label: string; icon?: ReactNode }[]
  choose: (value: T) => void
  showLabel?: boolean
}) {
  const name = useId()
  return (
    <fieldset>
      <legend className={showLabel ? 'pb-1.5 text-[14px] leading-5 font-medium' : 'sr-only'}>{label}</legend>
      <div className="grid auto-cols-fr grid-flow-col gap-1 rounded-[12px] border border-line bg-soft p-1">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative flex min-h-11 cursor-pointer items-center justify-center gap-1.5 rounded-[9px] px-2 text-center text-[15px] leading-5 text-muted has-checked:bg-card has-checked:font-medium has-checked:text-ink has-checked:shadow-soft has-focus-visible:outline-2 has-focus-visible:outline-pine dark:has-checked:bg-line"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => choose(option.value)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-[9px] outline-none"
            />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
