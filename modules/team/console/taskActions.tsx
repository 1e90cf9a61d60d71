import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { api } from '#ui/api.ts'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { take } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { useT } from '#ui/locale/locale.tsx'
import type { Task } from './tasks.queries.ts'
import { taskWords } from './tasks.words.ts'

type Closing = { readonly task: Task & { readonly checkHow?: string }; readonly outcome: 'done' | 'dropped' }

const close = (id: string, outcome: 'done' | 'dropped', note: string) =>
  take(api.PUT('/api/tasks/{id}/closure', { params: { path: { id } }, body: { outcome, note } }))

/** Finishing, dropping and reopening; what needs a sentence asks for it. */
export function useTaskActions(): {
  readonly actions: readonly Action<Task>[]
  /** The dialog that is open, to be placed on the screen. */
  readonly dialog: ReactNode
} {
  const client = useQueryClient()
  const [closing, setClosing] = useState<Closing>()
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['tasks'] }),
      client.invalidateQueries({ queryKey: ['today'] }),
    ])
  const actions: readonly Action<Task>[] = [
    {
      name: taskWords.finish,
      icon: 'check',
      shortcut: 'e',
      can: (task) => task.can.close,
      run: (task) => setClosing({ task, outcome: 'done' }),
    },
    {
      name: taskWords.drop,
      icon: 'ban',
      can: (task) => task.can.close,
      run: (task) => setClosing({ task, outcome: 'dropped' }),
    },
    {
      name: taskWords.reopen,
      icon: 'retry',
      can: (task) => task.can.reopen,
      done: taskWords.reopened,
      run: async ({ id }) => {
        await take(api.DELETE('/api/tasks/{id}/closure', { params: { path: { id } } }))
        await refresh()
      },
    },
  ]
  return {
    actions,
    dialog: closing && (
      <CloseDialog
        {...closing}
        close={(closed) => {
          setClosing(undefined)
          if (closed) refresh()
        }}
      />
    ),
  }
}

function CloseDialog({ task, outcome, close: shut }: Closing & { close: (closed: boolean) => void }) {
  const t = useT()
  const rules = useRules()
  const { message } = App.useApp()
  const done = outcome === 'done'
  const proof = done && Boolean(task.checkHow)
  const label = done ? (proof ? taskWords.proof : taskWords.note) : taskWords.dropReason
  return (
    <Modal
      open
      title={t(done ? taskWords.finishTitle : taskWords.dropTitle, { title: task.title })}
      footer={null}
      onCancel={() => shut(false)}
    >
      {proof && <p className="muted small">{t(taskWords.proofHint, { check: task.checkHow ?? '' })}</p>}
      <AskForm<{ note?: string }>
        submit={async ({ note }) => {
          await close(task.id, outcome, note ?? '')
          message.success(t(done ? taskWords.finished : taskWords.dropped))
          shut(true)
        }}
        verb={t(done ? taskWords.finish : taskWords.drop)}
        beside={<Button onClick={() => shut(false)}>{t(words.cancel)}</Button>}
      >
        <Form.Item name="note" label={t(label)} rules={proof || !done ? [rules.needed(label)] : []}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} autoFocus />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
