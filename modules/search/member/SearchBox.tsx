/** Where one types. Suggestions come while typing, but never while an input method is composing. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import Search from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Marked, textOf } from './HitView.tsx'
import { suggestionsQuery } from './search.queries.ts'
import { words } from './search.words.ts'

export function SearchBox({ q, search }: { q: string; search: (q: string) => void }) {
  const t = useT()
  const go = useNavigate()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(q)
  const [composing, setComposing] = useState(false)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  useEffect(() => setTyped(q), [q])
  useEffect(() => {
    if (q === '') input.current?.focus()
  }, [q])
  const settled = useSettled(typed.trim(), composing)
  const { data } = useQuery({ ...suggestionsQuery(settled), enabled: open && settled !== '' })
  const items = open && settled !== '' && settled !== q ? (data?.items ?? []) : []
  const shown = items.length > 0

  function close() {
    setOpen(false)
    setAt(-1)
  }
  function send(event: FormEvent) {
    event.preventDefault()
    close()
    input.current?.blur()
    if (typed.trim()) search(typed.trim())
  }
  function keys(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || !shown) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      // Beyond either end one is back in the box.
      setAt((now) => ((now + 1 + step + items.length + 1) % (items.length + 1)) - 1)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && items[at]) {
      event.preventDefault()
      close()
      void go({ to: items[at].path })
    }
  }
  return (
    <search>
      <form onSubmit={send} className="relative">
        <Search
          size={18}
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-4 -translate-y-1/2 text-muted"
        />
        <input
          ref={input}
          type="search"
          enterKeyHint="search"
          role="combobox"
          aria-label={t(words.submit)}
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          autoComplete="off"
          maxLength={100}
          value={typed}
          placeholder={t(words.placeholder)}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setOpen(true)
            setAt(-1)
          }}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={keys}
          onBlur={close}
          className="min-h-12 w-full appearance-none rounded-full border border-line-strong bg-card pr-12 pl-11 text-[16px] placeholder:text-muted [&::-webkit-search-cancel-button]:hidden"
        />
        {typed ? (
          <button
            type="button"
            aria-label={t(words.clear)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              setTyped('')
              input.current?.focus()
            }}
            className="absolute top-0.5 right-0.5 grid size-11 place-items-center rounded-full text-muted hover:text-ink"
          >
            <X size={18} aria-hidden />
          </button>
        ) : null}
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t(words.suggestions)}
          hidden={!shown}
          className="absolute inset-x-0 top-full z-20 mt-1.5 overflow-hidden rounded-card border border-line bg-card py-1 shadow-soft"
        >
          {items.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, which keeps the focus
            <div
              key={`${hit.source}-${hit.id}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              aria-label={[textOf(hit.title), hit.note].filter(Boolean).join('，')}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                close()
                void go({ to: hit.path })
              }}
              className={`flex min-h-11 cursor-pointer items-center gap-3 px-4 text-[15px] leading-6 ${index === at ? 'bg-soft' : 'hover:bg-soft'}`}
            >
              <span className="min-w-0 flex-1 truncate">
                <Marked parts={hit.title} />
              </span>
              <span className="max-w-[45%] shrink-0 truncate text-[13px] text-muted">{hit.note}</span>
            </div>
          ))}
        </div>
      </form>
    </search>
  )
}

/** What stands there once the fingers rest. */
function useSettled(text: string, composing: boolean): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    if (composing) return
    const timer = setTimeout(() => settle(text), 160)
    return () => clearTimeout(timer)
  }, [text, composing])
  return settled
}
