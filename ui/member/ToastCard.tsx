import Check from 'lucide-react/icons/check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import X from 'lucide-react/icons/x'
import { useEffect } from 'react'
import { useT } from '../locale/locale.tsx'
import { later } from './later.messages.ts'
import type { Told } from './Toast.tsx'

/** One message, with the way to send it away before its time. */
export default function ToastCard({ told, drop }: { told: Told; drop: (id: number) => void }) {
  const t = useT()
  useEffect(() => {
    const timer = setTimeout(() => drop(told.id), 6000)
    return () => clearTimeout(timer)
  }, [told.id, drop])
  const Icon = told.tone === 'good' ? Check : CircleAlert
  return (
    <div className="pointer-events-auto flex max-w-[420px] items-center gap-2.5 rounded-[12px] bg-ink py-1 pr-1 pl-4 text-[15px] leading-[22px] text-paper shadow-soft">
      <Icon size={18} aria-hidden className="shrink-0" />
      <span className="py-2">{told.text}</span>
      <button
        type="button"
        aria-label={t(later.close)}
        onClick={() => drop(told.id)}
        className="grid size-11 shrink-0 place-items-center rounded-[10px]"
      >
        <X size={16} aria-hidden />
      </button>
    </div>
  )
}
