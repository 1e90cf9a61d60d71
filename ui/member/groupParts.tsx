/**
 * What higher modules draw on the page of a group: a module declares its parts (`groupParts`), the site
 * hands them over once, and the page asks for them by place. The page knows the place and no module.
 */
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, Suspense } from 'react'
import type { GroupPart, GroupPartProps } from './declare.ts'

const parts = new Map<GroupPart['place'], LazyExoticComponent<ComponentType<GroupPartProps>>>()

export function provideGroupParts(given: readonly GroupPart[]): void {
  for (const part of given) parts.set(part.place, lazy(part.load))
}

/** The part at a place of the page; what stands in for it (`waiting`) until it is there, and where no module has one. */
export function GroupPartAt({
  place,
  waiting = null,
  ...props
}: GroupPartProps & { place: GroupPart['place']; waiting?: ReactNode }) {
  const Part = parts.get(place)
  return Part ? (
    <Suspense fallback={waiting}>
      <Part {...props} />
    </Suspense>
  ) : (
    waiting
  )
}
