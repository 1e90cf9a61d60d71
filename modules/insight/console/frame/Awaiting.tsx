import type { ReactNode } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'

interface Asked<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly retry: () => void
}

/** A card for what was asked: a skeleton until it is there, or why it is not and a way to try again. */
export function Awaiting<T>({
  asked: { data, error, retry },
  rows = 4,
  children,
}: {
  asked: Asked<T>
  /** Lines of the skeleton. */
  rows?: number
  children: (data: T) => ReactNode
}): ReactNode {
  if (error)
    return (
      <Card>
        <Failed error={error} retry={retry} />
      </Card>
    )
  if (data === undefined)
    return (
      <Card>
        <SkeletonRows rows={rows} />
      </Card>
    )
  return children(data)
}
