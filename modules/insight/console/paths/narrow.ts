/** Whether the window is as narrow as a phone: then drawings show less at once. */
import { useSyncExternalStore } from 'react'

const query = '(max-width: 640px)'

function subscribe(changed: () => void) {
  const media = matchMedia(query)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(query).matches)
