import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { groupWords } from '../group.words.ts'
import { entryWords as words } from './entry.words.ts'

interface Option {
  id: string
  text: string
}

/** An id that none of these has: `q4`, `o3`. */
export function unusedId(letter: string, all: readonly { readonly id: string }[]): string {
  let at = all.length + 1
  while (all.some((each) => each.id === `${letter}${at}`)) at++
  return `${letter}${at}`
}

interface Props {
  readonly options: Option[]
  readonly change: (options: Option[]) => void
  readonly most: number
  /** In front of an option: whether it is right. */
  readonly mark?: (option: Option) => ReactNode
}

/** Answers to choose from; two at least. */
export function Options({ options, change, most, mark }: Props) {
  const t = useT()
  return (
    <>
      {options.map((option, place) => (
        <div key={option.id} className="option-row">
          {mark?.(option)}
          <Input
            maxLength={80}
            aria-label={`${t(words.option)} ${place + 1}`}
            placeholder={`${t(words.option)} ${place + 1}`}
            value={option.text}
            onChange={(event) =>
              change(
                options.map((each) => (each.id === option.id ? { ...each, text: event.target.value } : each)),
              )
            }
          />
          <Button
            type="text"
            size="small"
            disabled={options.length <= 2}
            aria-label={`${t(groupWords.remove)} ${t(words.option)} ${place + 1}`}
            icon={<Icon name="close" size={14} />}
            onClick={() => change(options.filter((each) => each.id !== option.id))}
          />
        </div>
      ))}
      {options.length < most && (
        <Button
          type="link"
          size="small"
          onClick={() => change([...options, { id: unusedId('o', options), text: '' }])}
        >
          {t(words.addOption)}
        </Button>
      )}
    </>
  )
}
