/**
 * Who: the one editor of conditions. Brackets of 且 and 或, 非 before what is left out, a count and a bar
 * for each condition; by mouse, finger or keyboard. It shows and changes; counting and saving are its owner's.
 */
import { useCallback, useMemo, useRef, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { type Building, BuildingContext } from './building.ts'
import type { Catalogue, KnownSegment } from './catalogue.ts'
import type { Condition, Definition } from './condition.ts'
import { DragContext, useDrag } from './drag.ts'
import { GroupBlock } from './GroupBlock.tsx'
import type { Preview } from './preview.ts'
import { asGroup, leavesOf, moveTo, type Path, placeOf } from './tree.ts'
import { builderWords } from './words.ts'
import './group.css'
import './condition.css'

export interface BuilderProps {
  readonly value: Definition
  readonly change?: (definition: Definition) => void
  readonly catalogue: Catalogue
  readonly segments?: readonly KnownSegment[]
  /** The counts; left out, none are shown. */
  readonly preview?: Preview | undefined
  readonly people?: (path: Path) => void
  readonly pointed?: Path | undefined
  readonly point?: (path: Path | undefined) => void
}

const mostUndone = 50

export function ConditionBuilder(props: BuilderProps) {
  const { value, change, catalogue, segments = [], preview, people, pointed, point } = props
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const root = useMemo(() => asGroup(value), [value])
  const [past, setPast] = useState<readonly Definition[]>([])
  const put = useCallback(
    (who: Condition) => {
      if (who === root) return
      setPast((before) => [...before.slice(1 - mostUndone), value])
      change?.({ version: 1, who })
    },
    [change, root, value],
  )
  const { drag, dragged, drop } = useDrag(box, (from, to) => put(moveTo(root, from, to.group, to.place)))
  const last = past.at(-1)
  const building: Building = {
    root,
    change: put,
    undo:
      last &&
      (() => {
        setPast(past.slice(0, -1))
        change?.(last)
      }),
    catalogue,
    segments,
    ...countsOf(preview, root),
    people,
    pointed,
    point: point ?? (() => undefined),
    dragged,
    drop,
    readOnly: change === undefined,
  }
  return (
    <BuildingContext value={building}>
      <DragContext value={change ? drag : undefined}>
        <section className="cb" ref={box} aria-label={t(builderWords.builder)}>
          <GroupBlock path="who" group={root} depth={1} />
        </section>
      </DragContext>
    </BuildingContext>
  )
}

/** Counts by place, what the outer 非 take away, and the largest, which fills a bar. */
function countsOf(
  preview: Preview | undefined,
  root: Condition,
): Pick<Building, 'countOf' | 'removedBy' | 'scale'> {
  const counts = new Map(preview?.nodes.map(({ path, count }) => [path, count]))
  const removed = new Map<Path, number>()
  preview?.steps.forEach((step, place) => {
    const before = preview.steps[place - 1]
    if (step.path !== null && before) removed.set(step.path, before.count - step.count)
  })
  return {
    countOf: (path) => counts.get(path),
    removedBy: (path) => (placeOf(path)?.group === 'who' ? removed.get(path) : undefined),
    scale: Math.max(1, ...leavesOf(root).map(({ path }) => counts.get(path) ?? 0)),
  }
}
