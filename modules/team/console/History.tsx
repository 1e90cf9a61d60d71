import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { Card } from '#ui/console/Page.tsx'
import { Avatar } from '#ui/console/Person.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import type { Format } from '#ui/locale/format.ts'
import { type Translate, useFormat, useT } from '#ui/locale/locale.tsx'
import type { TaskPage } from './tasks.queries.ts'
import { taskWords } from './tasks.words.ts'

type Entry = TaskPage['entries'][number]

/** What was said and what changed, in one stream. */
export function History({ task }: { task: TaskPage }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t(taskWords.history)}>
      <ol className="entries">
        {task.entries.map((entry) =>
          entry.kind === 'comment' ? (
            <li key={entry.id}>
              <Avatar id={entry.author?.id ?? '0'} name={entry.author?.name ?? t(taskWords.automatic)} />
              <div>
                <b className="small">{entry.author?.name ?? t(taskWords.automatic)}</b>
                <p className="said">{entry.body}</p>
              </div>
              <time dateTime={entry.at}>{format.ago(entry.at)}</time>
            </li>
          ) : (
            <li key={entry.id} className="change">
              <span className="tick" />
              <span>
                {changeWords(entry, t, format)}
                {entry.body && `：${entry.body}`}
              </span>
              <time dateTime={entry.at}>{format.ago(entry.at)}</time>
            </li>
          ),
        )}
      </ol>
      {task.can.comment && <Say taskId={task.id} />}
    </Card>
  )
}

function changeWords(entry: Entry, t: Translate, format: Format): string {
  const name = entry.author?.name ?? t(taskWords.automatic)
  switch (entry.kind) {
    case 'made':
      return t(taskWords.made, { name })
    case 'owner':
      return entry.to
        ? t(taskWords.ownerChanged, { name, to: entry.to })
        : t(taskWords.ownerCleared, { name })
    case 'due':
      return entry.to
        ? t(taskWords.dueChanged, { name, to: format.dateTime(entry.to) })
        : t(taskWords.dueCleared, { name })
    case 'closed':
      return t(entry.to === 'dropped' ? taskWords.closedDropped : taskWords.closedDone, { name })
    case 'reopened':
      return t(taskWords.reopenedBy, { name })
    case 'comment':
    case 'changed':
      return t(taskWords.changed, { name })
  }
}

function Say({ taskId }: { taskId: string }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    try {
      const body = text.trim()
      await take(api.POST('/api/tasks/{id}/comments', { params: { path: { id: taskId } }, body: { body } }))
      setText('')
      await client.invalidateQueries({ queryKey: ['tasks', taskId] })
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="say">
      <Input.TextArea
        value={text}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2_000}
        placeholder={t(taskWords.comment)}
        aria-label={t(taskWords.comment)}
        onChange={(event) => setText(event.target.value)}
      />
      <Button loading={busy} disabled={!text.trim()} onClick={send}>
        {t(taskWords.send)}
      </Button>
    </div>
  )
}
