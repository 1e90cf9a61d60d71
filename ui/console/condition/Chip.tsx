/** A word of a condition that can be changed: a button that says it, and an editor or a menu behind it. */
import { Dropdown, Popover } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import './chip.css'

interface ChipProps {
  readonly label: string
  /** What it is, for those who hear it: "时间范围: 近 30 天". */
  readonly name: string
  /** Nothing chosen yet. */
  readonly unset?: boolean
  /** It narrows nothing as it is: without a ground of its own. */
  readonly quiet?: boolean
  readonly disabled?: boolean
  readonly children: (close: () => void) => ReactNode
}

const firstControl = 'input:not([type=hidden]), button, [tabindex="0"]'

/** Keys pressed in an editor are its own, not the row's. */
const own = (event: KeyboardEvent) => event.stopPropagation()

export function Chip({ label, name, unset, quiet, disabled, children }: ChipProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  if (disabled) return <span className="chip still">{label}</span>
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      open={open}
      onOpenChange={setOpen}
      content={
        <section
          className="chip-editor"
          aria-label={name}
          ref={(editor) => {
            // After the popover has found its place, or focusing would scroll the page to where it is not.
            if (editor) setTimeout(() => editor.querySelector<HTMLElement>(firstControl)?.focus(), 30)
          }}
          onKeyDown={(event) => {
            own(event)
            if (event.key === 'Escape') close()
          }}
        >
          {children(close)}
        </section>
      }
    >
      <button
        ref={button}
        type="button"
        className={`chip ${unset ? 'unset' : ''} ${quiet ? 'quiet' : ''}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={`${name}: ${label}`}
      >
        {label}
        <Icon name="down" size={13} />
      </button>
    </Popover>
  )
}

interface MenuChipProps {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly choose: (value: string) => void
  /** Reads as a word of the sentence: no ground of its own until pointed at. */
  readonly quiet?: boolean
  readonly disabled?: boolean
}

export function MenuChip({ label, name, value, options, choose, quiet, disabled }: MenuChipProps) {
  if (disabled || (options.length < 2 && options[0]?.value === value))
    return <span className={quiet ? 'chip-word' : 'chip still'}>{label}</span>
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      placement="bottomLeft"
      menu={{
        selectable: true,
        selectedKeys: [value],
        items: options.map((option) => ({ key: option.value, label: option.label })),
        onClick: ({ key, domEvent }) => {
          domEvent.stopPropagation()
          choose(key)
        },
        className: 'chip-menu',
      }}
    >
      <button type="button" className={`chip ${quiet ? 'quiet' : ''}`} aria-label={`${name}: ${label}`}>
        {label}
        {!quiet && <Icon name="down" size={13} />}
      </button>
    </Dropdown>
  )
}
