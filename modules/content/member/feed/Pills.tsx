/** A choice of few, as on the page of a group: the chosen one is dark. */
export function Pills<T extends string>({
  label,
  value,
  options,
  choose,
}: {
  label: string
  value: T
  options: readonly { readonly value: T; readonly label: string }[]
  choose: (value: T) => void
}) {
  return (
    <fieldset className="-mx-1 flex min-w-0 gap-1 overflow-x-auto px-1">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => choose(option.value)}
          className={`min-h-11 shrink-0 rounded-full px-4 text-[14px] leading-5 whitespace-nowrap ${option.value === value ? 'bg-ink font-medium text-paper' : 'text-muted hover:bg-soft hover:text-ink'}`}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}
