import { Alert, Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { CopyButton } from '../CopyButton.tsx'
import { words } from '../words.ts'
import type { Definition } from './condition.ts'
import { showWords } from './show.words.ts'
import './show.css'

interface Props {
  readonly value: Definition
  readonly change?: ((definition: Definition) => void) | undefined
  readonly close: () => void
}

/** The definition as the API takes it; the server says what is wrong with one that is pasted. */
export function AsJson({ value, change, close }: Props) {
  const t = useT()
  const shown = JSON.stringify(value, null, 2)
  const [text, setText] = useState(shown)
  const [wrong, setWrong] = useState<string>()
  const use = () => {
    try {
      const read: unknown = JSON.parse(text)
      if (!isDefinition(read)) return setWrong(t(showWords.jsonWrong))
      change?.(read)
      close()
    } catch (error) {
      setWrong(t(showWords.jsonBroken, { reason: error instanceof Error ? error.message : String(error) }))
    }
  }
  return (
    <Drawer
      open
      onClose={close}
      title={t(showWords.json)}
      size={520}
      extra={<CopyButton value={text} label={t(showWords.json)} />}
      footer={
        change && (
          <div className="cb-json-foot">
            <Button onClick={close}>{t(words.cancel)}</Button>
            <Button type="primary" disabled={text === shown} onClick={use}>
              {t(showWords.jsonUse)}
            </Button>
          </div>
        )
      }
    >
      <p className="muted small cb-json-hint">{t(showWords.jsonHint)}</p>
      {wrong && <Alert type="error" showIcon title={wrong} role="alert" />}
      <Input.TextArea
        className="cb-json"
        aria-label={t(showWords.json)}
        spellCheck={false}
        autoSize={{ minRows: 16, maxRows: 34 }}
        readOnly={!change}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setWrong(undefined)
        }}
      />
    </Drawer>
  )
}

const isDefinition = (read: unknown): read is Definition =>
  typeof read === 'object' &&
  read !== null &&
  (read as { version?: unknown }).version === 1 &&
  isNode((read as { who?: unknown }).who)

/** Deep enough for the builder to draw it; what it asks, the server checks. */
function isNode(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false
  const { kind, of, test, measure, steps, within, segment } = node as Record<string, unknown>
  switch (kind) {
    case 'all':
    case 'any':
      return Array.isArray(of) && of.every(isNode)
    case 'not':
      return isNode(of)
    case 'field':
      return typeof test === 'object' && test !== null
    case 'event':
      return typeof measure === 'object' && measure !== null
    case 'sequence':
      return Array.isArray(steps) && typeof within === 'object' && within !== null
    case 'segment':
      return typeof segment === 'string'
    default:
      return false
  }
}
