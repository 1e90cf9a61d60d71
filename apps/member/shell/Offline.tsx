/** A quiet bar while the device has no connection. */
import { useSyncExternalStore } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { shell } from '../app.messages.ts'

const subscribe = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

export function Offline() {
  const t = useT()
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status">
      {online ? null : (
        <p className="flex items-center justify-center gap-2 bg-wheat-soft px-4 py-2 text-[14px] leading-5 text-wheat-text">
          <Glyph name="cloudOff" size={16} />
          {t(shell.offline)}
        </p>
      )}
    </div>
  )
}
