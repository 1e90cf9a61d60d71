import { App, Button } from 'antd'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { words } from './words.ts'

/** Copies a text; `label` says to screen readers which one. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const t = useT()
  const { message } = App.useApp()
  return (
    <Button
      size="small"
      icon={<Icon name="copy" size={14} />}
      aria-label={`${t(words.copy)}: ${label}`}
      onClick={async () => {
        try {
          await navigator.clipboard.writeText(value)
          message.success(t(words.copied))
        } catch {
          // Browsers give the clipboard to https and localhost only, and people may refuse it.
          message.warning(t(words.copyRefused))
        }
      }}
    >
      {t(words.copy)}
    </Button>
  )
}
