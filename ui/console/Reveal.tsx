import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { type ReactNode, Suspense } from 'react'
import { Boundary } from './Boundary.tsx'
import { SkeletonRows } from './states.tsx'

/** Content that loads: a skeleton before, the problem with a way to retry when it fails. */
export function Reveal({ rows, children }: { rows?: number; children: ReactNode }) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary reset={reset}>
          <Suspense fallback={<SkeletonRows rows={rows} />}>{children}</Suspense>
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  )
}
