/** The head of the composer: the way back, how the draft stands, preview and sending. */
import { useQuery } from '@tanstack/react-query'
import Eye from 'lucide-react/icons/eye'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import type { ReactNode } from 'react'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import type { ComposerOpens } from './Composer.tsx'
import { composeWords as words } from './compose.words.ts'
import type { DraftState } from './drafts.ts'
import { draftsQuery } from './write.queries.ts'

export function ComposerHead({
  state,
  title,
  action,
  sending,
  submit,
  open,
  back,
  drafts,
}: {
  state: DraftState
  title: string
  /** What the button says. */
  action: string
  sending: boolean
  submit: () => void
  open: (what: ComposerOpens) => void
  back: () => void
  drafts: boolean
}) {
  const t = useT()
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-1 pb-1">
      <button
        type="button"
        aria-label={t(words.back)}
        onClick={back}
        className="-ml-2.5 grid size-11 shrink-0 place-items-center rounded-[10px] hover:bg-soft"
      >
        <Glyph name="left" size={23} />
      </button>
      <div className="min-w-0 flex-1">
        <h1 tabIndex={-1} className="truncate text-[17px] leading-6 font-semibold">
          {title}
        </h1>
        <Standing state={state} />
      </div>
      {drafts ? <Drafts open={() => open('drafts')} /> : null}
      <IconButton label={t(words.preview)} press={() => open('preview')}>
        <Eye size={20} aria-hidden />
      </IconButton>
      <IconButton label={t(words.settings)} press={() => open('settings')}>
        <SlidersHorizontal size={20} aria-hidden />
      </IconButton>
      <Button look="solid" onClick={submit} sending={sending} className="ml-1">
        {action}
      </Button>
    </header>
  )
}

function IconButton({ label, press, children }: { label: string; press: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={press}
      className="grid size-11 shrink-0 place-items-center rounded-[10px] hover:bg-soft"
    >
      {children}
    </button>
  )
}

/** Quietly, under the title; spoken only when something is wrong. */
function Standing({ state }: { state: DraftState }) {
  const t = useT()
  const { time } = useFormat()
  const text = () => {
    switch (state.state) {
      case 'untouched':
      case 'conflict':
        return ''
      case 'changed':
        return t(words.changed)
      case 'saving':
        return t(words.saving)
      case 'saved':
        return t(words.saved, { time: time(state.at ?? 0) })
      case 'offline':
        return t(words.offline)
      case 'failed':
        return t(words.failed, { problem: state.problem ?? '' })
    }
  }
  if (!text()) return null
  const bad = state.state === 'offline' || state.state === 'failed'
  return (
    <p
      data-draft={state.state}
      role={bad ? 'status' : undefined}
      className={`truncate text-[13px] leading-5 ${bad ? 'text-warn-text' : 'text-muted'}`}
    >
      {text()}
    </p>
  )
}

function Drafts({ open }: { open: () => void }) {
  const t = useT()
  const count = useQuery(draftsQuery).data?.items.length ?? 0
  if (count === 0) return null
  return (
    <button
      type="button"
      onClick={open}
      className="min-h-11 shrink-0 rounded-[10px] px-2 text-[14px] text-muted hover:bg-soft"
    >
      {t(words.drafts, { count })}
    </button>
  )
}
