/** Nothing here yet: says what would be here and what to do about it. */
import type { ReactNode } from 'react'
import { HouseBadge } from './HouseBadge.tsx'

export function Empty({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center px-4 py-8 text-center">
      <HouseBadge empty size={56} icon={icon} />
      <p className="mt-3 text-[16px] leading-6 font-semibold">{title}</p>
      {children ? (
        <p className="mt-1 max-w-[34ch] text-[14px] leading-[22px] text-muted">{children}</p>
      ) : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  )
}
