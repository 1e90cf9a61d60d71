import { useEffect, useRef } from 'react'

/**
 * Single-key shortcuts for a screen. They rest while someone types, while an input method composes,
 * while a dialog is open, and with a modifier held.
 */
export function useShortcuts(keys: Readonly<Record<string, () => void>>) {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented)
        return
      const target = event.target as HTMLElement
      if (target.closest('input, textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=dialog], dialog')) return // biome-ignore format: one selector
      // Enter and Space already mean something on a focused button or link.
      if ((event.key === 'Enter' || event.key === ' ') && target.closest('a, button, [role=button]')) return
      const run = current.current[event.key]
      if (!run) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
