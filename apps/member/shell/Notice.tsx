/** A whole page with one thing to say and one thing to do. */
import type { ReactNode } from 'react'

export function Notice({
  title,
  body,
  foot,
  children,
}: {
  title: string
  body: ReactNode
  foot?: ReactNode
  children?: ReactNode
}) {
  return (
    <main className="relative flex min-h-dvh flex-col">
      <div className="mx-auto flex w-full max-w-[420px] flex-1 flex-col items-center justify-center px-6 py-16 text-center">
        <h1 tabIndex={-1} className="text-[22px] leading-8 font-semibold">
          {title}
        </h1>
        <div className="mt-2 text-[16px] leading-[26px] text-muted">{body}</div>
        {children ? <div className="mt-6 flex flex-wrap justify-center gap-3">{children}</div> : null}
      </div>
      {foot}
    </main>
  )
}
