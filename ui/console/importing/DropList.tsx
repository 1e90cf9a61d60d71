import { App, Spin } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { asProblem } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { importingWords } from './importing.words.ts'
import './importing.css'

/** Sends a list with `send`, which opens it; refused files say why. */
export function useUpload(send: (file: File) => Promise<void>) {
  const { message } = App.useApp()
  const [sending, setSending] = useState<string>()
  return {
    sending,
    send: async (file: File | undefined) => {
      if (!file) return
      setSending(file.name)
      try {
        await send(file)
      } catch (error) {
        message.error(asProblem(error).message)
      } finally {
        setSending(undefined)
      }
    },
  }
}

interface DropListProps {
  readonly sending: string | undefined
  readonly send: (file: File | undefined) => void
  readonly disabled?: boolean
}

/** Where a list is dropped or chosen. */
export function DropList({ sending, send, disabled = false }: DropListProps) {
  const t = useT()
  const [over, setOver] = useState(false)
  return (
    <ChooseFile choose={send}>
      {(open) => (
        <button
          type="button"
          className={`drop-list ${over ? 'over' : ''}`}
          disabled={disabled || sending !== undefined}
          onClick={open}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            if (!disabled) send(event.dataTransfer.files[0])
          }}
        >
          <span className="drop-glyph">
            {sending === undefined ? <Icon name="upload" size={22} /> : <Spin size="small" />}
          </span>
          <b>
            {sending === undefined
              ? t(importingWords.dropHere)
              : t(importingWords.uploading, { name: sending })}
          </b>
          <span className="muted small">{t(importingWords.dropHint)}</span>
        </button>
      )}
    </ChooseFile>
  )
}

/** A file input that some button opens. */
export function ChooseFile({
  choose,
  children,
}: {
  choose: (file: File | undefined) => void
  children: (open: () => void) => ReactNode
}) {
  const input = useRef<HTMLInputElement>(null)
  const t = useT()
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t(importingWords.chooseFile)}
        accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          choose(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {children(() => input.current?.click())}
    </>
  )
}
