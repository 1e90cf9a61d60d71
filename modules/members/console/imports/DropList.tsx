import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Spin } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { asProblem } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { importQuery, uploadList } from './imports.queries.ts'
import { importWords } from './imports.words.ts'

/** Sends a list and opens it; refused files say why. */
export function useUpload() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [sending, setSending] = useState<string>()
  const send = async (file: File | undefined) => {
    if (!file) return
    setSending(file.name)
    try {
      const list = await uploadList(file)
      client.setQueryData(importQuery(list.id).queryKey, list)
      client.invalidateQueries({ queryKey: ['imports', 'list'] })
      await navigate({ to: '/members/imports/$id', params: { id: list.id } })
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setSending(undefined)
    }
  }
  return { sending, send }
}

interface DropListProps {
  readonly sending: string | undefined
  readonly send: (file: File | undefined) => void
}

/** Where a list is dropped or chosen. */
export function DropList({ sending, send }: DropListProps) {
  const t = useT()
  const [over, setOver] = useState(false)
  return (
    <ChooseFile choose={send}>
      {(open) => (
        <button
          type="button"
          className={`drop-list ${over ? 'over' : ''}`}
          disabled={sending !== undefined}
          onClick={open}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            send(event.dataTransfer.files[0])
          }}
        >
          <span className="drop-glyph">
            {sending === undefined ? <Icon name="upload" size={22} /> : <Spin size="small" />}
          </span>
          <b>
            {sending === undefined ? t(importWords.dropHere) : t(importWords.uploading, { name: sending })}
          </b>
          <span className="muted small">{t(importWords.dropHint)}</span>
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
        aria-label={t(importWords.upload)}
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
