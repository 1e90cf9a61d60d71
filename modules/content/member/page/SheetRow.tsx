/** A line of a sheet that does something. */
import type { ReactNode } from 'react'

export function SheetRow({
  icon,
  act,
  danger = false,
  children,
}: {
  icon: ReactNode
  act: () => void
  danger?: boolean
  children: ReactNode
}) {
  return (
    <li>
      <button
        type="button"
        onClick={act}
        className={`flex min-h-12 w-full items-center gap-3 rounded-[10px] px-2 text-left text-[15px] leading-6 hover:bg-soft ${danger ? 'text-bad-text' : ''}`}
      >
        <span className={danger ? '' : 'text-muted'}>{icon}</span>
        {children}
      </button>
    </li>
  )
}
