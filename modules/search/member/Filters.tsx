/** By what posts are narrowed: native selects in one row that scrolls, so that a thumb reaches them. */
import ChevronDown from 'lucide-react/icons/chevron-down'
import { useT } from '#ui/locale/locale.tsx'
import type { Narrowing } from './search.queries.ts'
import { words } from './search.words.ts'

interface Option {
  readonly value: string
  readonly label: string
}

export function Filters({
  kinds,
  narrowing,
  narrow,
}: {
  kinds: readonly { name: string; label: string }[]
  narrowing: Narrowing
  narrow: (next: Narrowing) => void
}) {
  const t = useT()
  const set = (name: keyof Narrowing) => (value: string) => {
    const { [name]: _, ...rest } = narrowing
    narrow(value ? { ...rest, [name]: value } : rest)
  }
  return (
    <fieldset className="flex min-w-0 gap-2 overflow-x-auto py-1.5 [scrollbar-width:none]">
      <legend className="sr-only">{t(words.narrow)}</legend>
      <Pick
        label={t(words.kind)}
        value={narrowing.kind}
        choose={set('kind')}
        options={[
          { value: '', label: t(words.anyKind) },
          ...kinds.map(({ name, label }) => ({ value: name, label })),
        ]}
      />
      <Pick
        label={t(words.time)}
        value={narrowing.time}
        choose={set('time')}
        options={[
          { value: '', label: t(words.anyTime) },
          ...(['day', 'week', 'month', 'year'] as const).map((value) => ({ value, label: t(words[value]) })),
        ]}
      />
      <Pick
        label={t(words.solved)}
        value={narrowing.solved}
        choose={set('solved')}
        options={[
          { value: '', label: t(words.anySolved) },
          { value: 'yes', label: t(words.solved) },
          { value: 'no', label: t(words.unsolved) },
        ]}
      />
      <Pick
        label={t(words.sort)}
        value={narrowing.sort}
        choose={set('sort')}
        options={[
          { value: '', label: t(words.best) },
          { value: 'newest', label: t(words.newest) },
        ]}
      />
    </fieldset>
  )
}

function Pick({
  label,
  value = '',
  options,
  choose,
}: {
  label: string
  value?: string | undefined
  options: readonly Option[]
  choose: (value: string) => void
}) {
  return (
    <span className="relative shrink-0">
      <select
        aria-label={label}
        value={options.some((option) => option.value === value) ? value : ''}
        onChange={(event) => choose(event.currentTarget.value)}
        className={`min-h-11 appearance-none rounded-full border py-1 pr-8 pl-4 text-[14px] ${value ? 'border-pine bg-pine-soft font-medium text-pine' : 'border-line bg-card text-muted'}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={15}
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted"
      />
    </span>
  )
}
