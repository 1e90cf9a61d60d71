/**
 * Stands in for `use-sync-external-store/shim/with-selector`, which the router's store imports: the shim is
 * for versions of React before ours, and the first load need not carry it. Same arguments, same promise: a
 * selection that is equal to the one before is the one before.
 */
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'

export function useSyncExternalStoreWithSelector<Snapshot, Selection>(
  subscribe: (changed: () => void) => () => void,
  getSnapshot: () => Snapshot,
  _getServerSnapshot: unknown,
  selector: (snapshot: Snapshot) => Selection,
  isEqual: (a: Selection, b: Selection) => boolean = Object.is,
): Selection {
  const drawn = useRef<{ readonly selection: Selection }>(undefined)
  const select = useMemo(() => {
    let last: { readonly snapshot: Snapshot; readonly selection: Selection } | undefined
    return () => {
      const snapshot = getSnapshot()
      if (last && Object.is(last.snapshot, snapshot)) return last.selection
      const before = last ?? drawn.current
      const chosen = selector(snapshot)
      const selection = before && isEqual(before.selection, chosen) ? before.selection : chosen
      last = { snapshot, selection }
      return selection
    }
  }, [getSnapshot, selector, isEqual])
  const selection = useSyncExternalStore(subscribe, select, select)
  useEffect(() => {
    drawn.current = { selection }
  }, [selection])
  return selection
}
