import { App, Button } from 'antd'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { words } from './words.ts'
import './copyable.css'

/** A value to take along: shown whole, selectable, and copied by one button. */
export function Copyable({ value, label }: { value: string; label: string }) {
  const t = useT()
  const { message } = App.useApp()
  return (
    <span className="copyable">
      <code>{value}</code>
      <Button
        size="small"
        icon={<Icon name="copy" size={14} />}
        aria-label={`${t(words.copy)}: ${label}`}
        onClick={async () => {
          await navigator.clipboard.writeText(value)
          message.success(t(words.copied))
        }}
      >
        {t(words.copy)}
      </Button>
    </span>
  )
}
