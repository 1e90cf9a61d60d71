import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { Card } from '#ui/console/Page.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { TaskPage } from './tasks.queries.ts'
import { taskWords } from './tasks.words.ts'

/** What has to be done for it, to be ticked off. */
export function Checklist({ task }: { task: TaskPage }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const act = async (call: Promise<unknown>) => {
    try {
      await call
    } catch (error) {
      message.error(asProblem(error).message)
    }
    await client.invalidateQueries({ queryKey: ['tasks'] })
  }
  const add = async () => {
    const added = text.trim()
    if (!added) return
    setText('')
    await act(
      take(api.POST('/api/tasks/{id}/steps', { params: { path: { id: task.id } }, body: { text: added } })),
    )
  }
  const { done, total } = task.steps
  return (
    <Card
      title={t(taskWords.checklist)}
      extra={total > 0 && <span className="muted small">{`${done}/${total}`}</span>}
    >
      <ul className="steps">
        {task.checklist.map((step) => (
          <li key={step.id}>
            <Checkbox
              checked={step.done}
              disabled={!task.can.edit}
              onChange={(event) =>
                act(
                  take(
                    api.PATCH('/api/tasks/{id}/steps/{stepId}', {
                      params: { path: { id: task.id, stepId: step.id } },
                      body: { done: event.target.checked },
                    }),
                  ),
                )
              }
            >
              <span className={step.done ? 'done' : ''}>{step.text}</span>
            </Checkbox>
            {task.can.edit && (
              <Button
                type="text"
                size="small"
                aria-label={t(taskWords.removeStep, { text: step.text })}
                icon={<Icon name="close" size={14} />}
                onClick={() =>
                  act(
                    take(
                      api.DELETE('/api/tasks/{id}/steps/{stepId}', {
                        params: { path: { id: task.id, stepId: step.id } },
                      }),
                    ),
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
      {task.can.edit && total < 30 && (
        <Input
          className="steps-add"
          value={text}
          maxLength={200}
          placeholder={t(taskWords.addStep)}
          aria-label={t(taskWords.addStep)}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) add()
          }}
        />
      )}
    </Card>
  )
}
