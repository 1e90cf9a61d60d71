import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { type ReactNode, Suspense } from 'react'
import { Boundary } from './Boundary.tsx'
import { SkeletonPage, SkeletonRows } from './states.tsx'

interface RevealProps {
  readonly rows?: number
  /** It is a whole screen. */
  readonly page?: boolean
  readonly children: ReactNode
}

/** Content that loads: a skeleton before, the problem with a way to retry when it fails. */
export function Reveal({ rows, page, children }: RevealProps) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary reset={reset} page={page}>
          <Suspense fallback={page ? <SkeletonPage /> : <SkeletonRows rows={rows} />}>{children}</Suspense>
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  )
}
