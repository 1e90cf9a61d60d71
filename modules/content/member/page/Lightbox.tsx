/** Pictures of a post, one at a time and as large as the window: arrows, swipes, escape. */
import { Dialog } from '@base-ui/react/dialog'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import X from 'lucide-react/icons/x'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { later } from '#ui/member/later.messages.ts'
import { words } from './page.words.ts'
import type { Picture } from './Words.tsx'

export default function Lightbox({
  pictures,
  start,
  close,
}: {
  pictures: readonly Picture[]
  start: number
  close: () => void
}) {
  const t = useT()
  const [at, setAt] = useState(Math.max(0, start))
  const from = useRef<number>(undefined)
  const picture = pictures[at]
  const go = (step: number) => setAt((now) => Math.min(pictures.length - 1, Math.max(0, now + step)))
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') go(-1)
    if (event.key === 'ArrowRight') go(1)
  }
  const lift = (event: PointerEvent) => {
    const moved = from.current === undefined ? 0 : event.clientX - from.current
    from.current = undefined
    if (Math.abs(moved) > 48) go(moved > 0 ? -1 : 1)
  }
  const name = t(words.picture, { at: at + 1, count: pictures.length })
  return (
    <Dialog.Root open onOpenChange={(open) => open || close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-[#0b0d0c]" />
        <Dialog.Popup
          onKeyDown={press}
          className="fixed inset-0 z-50 grid touch-pan-y place-items-center text-white select-none"
          onPointerDown={(event) => {
            from.current = event.clientX
          }}
          onPointerUp={lift}
        >
          <Dialog.Title className="sr-only">{name}</Dialog.Title>
          {picture ? (
            <img
              src={picture.src.replace(/\/(small|medium)$/, '/large')}
              alt={picture.alt}
              draggable={false}
              className="max-h-[86dvh] max-w-full object-contain"
            />
          ) : null}
          <div className="absolute inset-x-0 top-[env(safe-area-inset-top)] flex items-center justify-between p-2">
            <span aria-hidden className="px-3 text-[14px]">
              {pictures.length > 1 ? `${at + 1} / ${pictures.length}` : ''}
            </span>
            <Dialog.Close
              aria-label={t(later.close)}
              className="grid size-11 place-items-center rounded-full bg-[#ffffff1f]"
            >
              <X size={22} aria-hidden />
            </Dialog.Close>
          </div>
          {picture?.alt ? (
            <p className="absolute inset-x-0 bottom-[env(safe-area-inset-bottom)] px-6 pb-4 text-center text-[14px] leading-[22px]">
              {picture.alt}
            </p>
          ) : null}
          {at > 0 ? (
            <Step side="left-2" label={t(words.before)} go={() => go(-1)}>
              <ChevronLeft size={24} aria-hidden />
            </Step>
          ) : null}
          {at < pictures.length - 1 ? (
            <Step side="right-2" label={t(words.after)} go={() => go(1)}>
              <ChevronRight size={24} aria-hidden />
            </Step>
          ) : null}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Step({
  side,
  label,
  go,
  children,
}: {
  side: string
  label: string
  go: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={go}
      className={`absolute top-1/2 grid size-11 -translate-y-1/2 place-items-center rounded-full bg-[#ffffff1f] ${side}`}
    >
      {children}
    </button>
  )
}
