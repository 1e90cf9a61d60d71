import { App, Input } from 'antd'
import { useCallback, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { asProblem } from '../problem.ts'
import { words } from '../words.ts'
import type { Action, Confirmation } from './action.ts'

/** Asks what needs asking, runs the action, says that it is done or why it is not. */
export function useAct() {
  const { modal, message } = App.useApp()
  const t = useT()
  return useCallback(
    async <T,>(action: Action<T>, thing: T): Promise<boolean> => {
      const run = async () => {
        try {
          await action.run(thing)
          if (action.done) message.success(t(action.done))
          return true
        } catch (error) {
          message.error(asProblem(error).message)
          return false
        }
      }
      const confirmation = action.confirm?.(thing)
      if (!confirmation) return await run()
      return await new Promise<boolean>((resolve) => {
        const dialog = modal.confirm({
          title: t(confirmation.title, confirmation.values),
          content: (
            <Asked
              confirmation={confirmation}
              ready={(ready) => dialog.update({ okButtonProps: { disabled: !ready, danger: action.danger } })}
            />
          ),
          okText: t(confirmation.verb),
          cancelText: t(words.cancel),
          okButtonProps: { danger: action.danger, disabled: confirmation.typed !== undefined },
          icon: null,
          onOk: async () => resolve(await run()),
          onCancel: () => resolve(false),
        })
      })
    },
    [modal, message, t],
  )
}

function Asked({ confirmation, ready }: { confirmation: Confirmation; ready: (ready: boolean) => void }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const label = t(words.typeToConfirm, { text: confirmation.typed ?? '' })
  return (
    <>
      {confirmation.detail && <p className="muted">{t(confirmation.detail, confirmation.values)}</p>}
      {confirmation.typed !== undefined && (
        <>
          <p className="field-label">{label}</p>
          <Input
            aria-label={label}
            value={typed}
            autoFocus
            onChange={(event) => {
              setTyped(event.target.value)
              ready(event.target.value.trim() === confirmation.typed)
            }}
          />
        </>
      )}
    </>
  )
}
