/** One tap likes; held, hovered or opened by its arrow it offers the others. */
import { Popover } from '@base-ui/react/popover'
import ChevronDown from 'lucide-react/icons/chevron-down'
import Heart from 'lucide-react/icons/heart'
import { useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { faces, type ReactionKind, reactionKinds } from './acting.ts'
import { words } from './page.words.ts'

export function ReactionButton({
  count,
  yours,
  react,
  disabled = false,
  small = false,
}: {
  count: number
  yours: ReactionKind | null
  react: (kind: ReactionKind | null) => void
  disabled?: boolean
  small?: boolean
}) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const size = small ? 18 : 20
  const look = `inline-flex min-h-11 items-center gap-1.5 text-[14px] hover:text-ink disabled:opacity-60 ${yours ? 'font-medium text-pine' : 'text-muted'}`
  return (
    <span className="inline-flex items-center rounded-[10px] hover:bg-soft">
      <button
        type="button"
        disabled={disabled}
        aria-pressed={yours !== null}
        aria-label={`${t(yours ? words[yours] : words.like)} ${count}`}
        onClick={() => react(yours ? null : 'like')}
        className={`${look} pl-2.5`}
      >
        {yours && yours !== 'like' ? (
          <span aria-hidden className="text-[18px] leading-none">
            {faces[yours]}
          </span>
        ) : (
          <Heart size={size} aria-hidden strokeWidth={1.7} fill={yours ? 'currentColor' : 'none'} />
        )}
        {count > 0 ? count : small ? '' : t(words.like)}
      </button>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          disabled={disabled}
          aria-label={t(words.reactOther)}
          className="grid min-h-11 w-7 place-items-center rounded-[8px] text-muted disabled:opacity-60"
        >
          <ChevronDown size={14} aria-hidden />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner side="top" align="start" sideOffset={4} className="z-30">
            <Popover.Popup className="flex rounded-full border border-line bg-card p-1 shadow-soft">
              <Popover.Title className="sr-only">{t(words.reactOther)}</Popover.Title>
              {reactionKinds.map((kind) => (
                <button
                  key={kind}
                  type="button"
                  title={t(words[kind])}
                  aria-label={t(words[kind])}
                  aria-pressed={kind === yours}
                  onClick={() => {
                    setOpen(false)
                    react(kind === yours ? null : kind)
                  }}
                  className="grid size-11 place-items-center rounded-full text-[22px] leading-none hover:bg-soft aria-pressed:bg-pine-soft"
                >
                  {faces[kind]}
                </button>
              ))}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </span>
  )
}
