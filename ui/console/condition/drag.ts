/** Dragging a condition with mouse, pen or finger: where it would land is the line between two rows. */
import {
  createContext,
  type PointerEvent,
  type RefObject,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Drop } from './building.ts'
import type { Path } from './tree.ts'

interface Drag {
  readonly begin: (event: PointerEvent, path: Path) => void
  /** True for the click that a drag ends with. */
  readonly justDragged: () => boolean
}

export const DragContext = createContext<Drag | undefined>(undefined)

/** Less than this is a press, not a drag. */
const slack = 5

export function useDrag(
  box: RefObject<HTMLElement | null>,
  land: (from: Path, drop: Drop) => void,
): { drag: Drag; dragged: Path | undefined; drop: Drop | undefined } {
  const [dragged, setDragged] = useState<Path>()
  const [drop, setDrop] = useState<Drop>()
  const ended = useRef(0)
  const latest = useRef(land)
  latest.current = land

  const begin = useCallback(
    (down: PointerEvent, path: Path) => {
      if (down.button !== 0) return
      const { clientX, clientY, pointerId } = down
      let moving = false
      let target: Drop | undefined
      const move = (event: globalThis.PointerEvent) => {
        if (event.pointerId !== pointerId) return
        if (!moving && Math.hypot(event.clientX - clientX, event.clientY - clientY) < slack) return
        if (!moving) {
          moving = true
          setDragged(path)
          document.documentElement.classList.add('cb-dragging')
        }
        event.preventDefault()
        target = landing(box.current, event.clientX, event.clientY, path)
        setDrop(target)
      }
      const end = (event: globalThis.Event) => {
        if (event instanceof globalThis.PointerEvent && event.pointerId !== pointerId) return
        if (event instanceof globalThis.KeyboardEvent && event.key !== 'Escape') return
        document.removeEventListener('pointermove', move)
        for (const name of ['pointerup', 'pointercancel', 'keydown']) document.removeEventListener(name, end)
        document.documentElement.classList.remove('cb-dragging')
        setDragged(undefined)
        setDrop(undefined)
        if (!moving) return
        ended.current = event.timeStamp
        if (event.type === 'pointerup' && target) latest.current(path, target)
      }
      document.addEventListener('pointermove', move)
      for (const name of ['pointerup', 'pointercancel', 'keydown']) document.addEventListener(name, end)
    },
    [box],
  )
  const drag = useMemo(() => ({ begin, justDragged: () => performance.now() - ended.current < 100 }), [begin])
  return { drag, dragged, drop }
}

/** The place between rows that is nearest; none inside of what is dragged. */
function landing(box: HTMLElement | null, x: number, y: number, path: Path): Drop | undefined {
  if (!box) return undefined
  const { left, right } = box.getBoundingClientRect()
  const inside = Math.min(Math.max(x, left + 60), right - 20)
  const row = document
    .elementsFromPoint(inside, y)
    .map((element) => element.closest<HTMLElement>('[data-group]'))
    .find((element) => element !== null && box.contains(element))
  const { group, place } = row?.dataset ?? {}
  if (!row || group === undefined || group === path || group.startsWith(`${path}.`)) return undefined
  const { top, height } = row.getBoundingClientRect()
  const after = row.dataset.end === undefined && y > top + height / 2
  return { group, place: Number(place) + (after ? 1 : 0) }
}
