/**
 * A dialog: from the bottom edge on a phone, in the middle on a desktop. Focus trap, escape and
 * scroll lock are Base UI's. Kept out of the first load: only lazy screens import it.
 */
import { Dialog } from '@base-ui/react/dialog'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { useT } from '../locale/locale.tsx'
import { later } from './later.messages.ts'

export function Sheet({
  open,
  close,
  title,
  about,
  children,
}: {
  open: boolean
  close: () => void
  title: string
  /** One sentence under the title. */
  about?: ReactNode
  children: ReactNode
}) {
  const t = useT()
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="sheet-veil fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup className="sheet fixed inset-x-0 bottom-0 z-40 max-h-[92dvh] overflow-y-auto rounded-t-[20px] border border-line bg-card px-5 pt-4 pb-[calc(20px+env(safe-area-inset-bottom))] md:inset-auto md:top-1/2 md:left-1/2 md:w-[min(460px,calc(100vw-48px))] md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-[18px] md:px-6 md:pb-6">
          <div className="flex items-start justify-between gap-3">
            <Dialog.Title className="pt-2 text-[18px] leading-7 font-semibold">{title}</Dialog.Title>
            <Dialog.Close
              aria-label={t(later.close)}
              className="-mr-2 grid size-11 shrink-0 place-items-center rounded-[10px] text-muted hover:bg-soft"
            >
              <X size={20} aria-hidden />
            </Dialog.Close>
          </div>
          {about ? (
            <Dialog.Description className="pb-1 text-[14px] leading-[22px] text-muted">
              {about}
            </Dialog.Description>
          ) : null}
          <div className="pt-3">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
