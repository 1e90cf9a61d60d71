import { Input } from 'antd'
import { useState } from 'react'
import { parseTime } from '#base/time/parse.ts'

interface TimeFieldProps {
  readonly id?: string
  readonly label: string
  readonly value?: string
  readonly onChange?: (value: string) => void
  readonly onBlur?: () => void
  readonly disabled?: boolean
  readonly small?: boolean
}

/**
 * A time of day on 24 hours, typed as people type it: 18:00, 1800, 9点, 下午3点. What is no time goes
 * back to what was there. Browsers' own fields follow the language of the machine, not of the reader.
 */
export function TimeField({ id, label, value = '', onChange, onBlur, disabled, small }: TimeFieldProps) {
  const [typed, setTyped] = useState<string>()
  const settle = () => {
    if (typed === undefined) return
    const time = parseTime(typed.replace(/^(\d{1,2})(\d{2})$/, '$1:$2'))
    setTyped(undefined)
    if (typed.trim() === '' || time) onChange?.(time ?? '')
  }
  return (
    <Input
      id={id}
      className="time-field"
      size={small ? 'small' : 'middle'}
      aria-label={label}
      placeholder="18:00"
      maxLength={8}
      disabled={disabled}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.target.value)
        const time = /^\d{2}:\d{2}$/.test(event.target.value) && parseTime(event.target.value)
        if (time) onChange?.(time)
      }}
      onBlur={() => {
        settle()
        onBlur?.()
      }}
    />
  )
}
