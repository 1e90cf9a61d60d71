/** Questions kept: opened with one click, saved, changed, shared, removed. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Popover, Space } from 'antd'
import { useState } from 'react'
import { canonical } from '#base/text/canonical.ts'
import type { Action } from '#ui/console/action/action.ts'
import { useAct } from '#ui/console/action/useAct.tsx'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { asProblem } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { frameWords as words } from './frame.words.ts'
import { ShareField } from './ShareField.tsx'
import {
  changeSaved,
  removeSaved,
  type Saved,
  type SavedFields,
  savedQuery,
  saveQuestion,
} from './saved.queries.ts'

interface Props<Q extends object> {
  readonly analysis: string
  readonly question: Q
  readonly put: (question: Q) => void
  /** Marks only, where there is little room. */
  readonly compact?: boolean
}

/** What was opened stays in the URL (`saved`), so that a change can be saved where it came from. */
export function SavedQuestions<Q extends object>({ analysis, question, put, compact }: Props<Q>) {
  const t = useT()
  const may = useMay()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [url, setUrl] = useUrlState()
  const [open, setOpen] = useState(false)
  const [saving, setSaving] = useState(false)
  const saved = useQuery({ ...savedQuery(analysis), enabled: open || url.saved !== undefined })
  const current = saved.data?.find(({ id }) => id === url.saved)
  const changed = current !== undefined && canonical({ ...current.question }) !== canonical(question)
  const saveWord = current ? words.saveAs : words.save
  const refresh = () => client.invalidateQueries({ queryKey: ['insight', 'saved'] })
  const saveChange = async () => {
    if (!current) return
    try {
      await changeSaved(current.id, { question })
      await refresh()
      message.success(t(words.savedDone))
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        arrow={false}
        destroyOnHidden
        open={open}
        onOpenChange={setOpen}
        content={
          <SavedList
            found={saved}
            current={url.saved}
            choose={(one) => {
              put(one.question as Q)
              // After the question, so that both stand in one address.
              setTimeout(() => setUrl({ saved: one.id }))
              setOpen(false)
            }}
            removed={async (one) => {
              if (one.id === url.saved) setUrl({ saved: undefined })
              await refresh()
            }}
          />
        }
      >
        <Button
          icon={<Icon name="star" size={16} />}
          {...(current ? {} : { 'aria-label': t(words.saved), title: t(words.saved) })}
        >
          {current ? (
            current.name
          ) : compact ? undefined : (
            <span className="frame-wide">{t(words.saved)}</span>
          )}
          {changed && <small className="muted"> · {t(words.changed)}</small>}
        </Button>
      </Popover>
      {may('insight.edit') && (
        <Space.Compact>
          {changed && current.can.change && (
            <Button type="primary" onClick={saveChange}>
              {t(words.saveChange)}
            </Button>
          )}
          <Button
            icon={<Icon name="save" size={16} />}
            aria-label={t(saveWord)}
            title={t(saveWord)}
            onClick={() => setSaving(true)}
          >
            {compact ? undefined : <span className="frame-wide">{t(saveWord)}</span>}
          </Button>
        </Space.Compact>
      )}
      {saving && (
        <SaveDialog
          close={() => setSaving(false)}
          save={async (fields) => {
            const made = await saveQuestion(analysis, question, fields)
            await refresh()
            setUrl({ q: JSON.stringify(question), saved: made.id })
            message.success(t(words.savedDone))
            setSaving(false)
          }}
        />
      )}
    </>
  )
}

interface ListProps {
  readonly found: {
    readonly data: Saved[] | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
  readonly current: string | undefined
  readonly choose: (saved: Saved) => void
  readonly removed: (saved: Saved) => unknown
}

function SavedList({ found, current, choose, removed }: ListProps) {
  const t = useT()
  const act = useAct()
  const [text, setText] = useState('')
  if (found.error) return <Failed error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <SkeletonRows rows={3} />
  if (found.data.length === 0)
    return (
      <div className="saved-pick">
        <Empty icon="star" title={t(words.savedNone)} hint={t(words.savedNoneHint)} />
      </div>
    )
  const wanted = text.trim().toLowerCase()
  const shown = found.data.filter(({ name, note }) => `${name} ${note}`.toLowerCase().includes(wanted))
  return (
    <div className="saved-pick">
      <Input
        size="small"
        aria-label={t(words.savedFind)}
        placeholder={t(words.savedFind)}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="frame-choices">
        {shown.map((one) => (
          <li key={one.id} className="saved-row">
            <button
              type="button"
              className="frame-choice"
              aria-pressed={one.id === current}
              onClick={() => choose(one)}
            >
              {one.name}
              <small>
                {[
                  one.own ? t(words.mine) : one.by ? t(words.by, { name: one.by }) : t(words.byNobody),
                  one.note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </button>
            {one.can.change && (
              <Button
                type="text"
                size="small"
                aria-label={`${t(words.remove)}: ${one.name}`}
                icon={<Icon name="trash" size={14} />}
                onClick={async () => {
                  if (await act(removal, one)) await removed(one)
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="muted small saved-empty">{t(words.savedMissing)}</p>}
    </div>
  )
}

const removal: Action<Saved> = {
  name: words.remove,
  danger: true,
  run: ({ id }) => removeSaved(id),
  confirm: ({ name, shared }) => ({
    title: words.removeAsk,
    values: { name },
    ...(shared ? { detail: words.removeShared } : {}),
    verb: words.remove,
  }),
  done: words.removed,
}

function SaveDialog({ save, close }: { save: (fields: SavedFields) => Promise<void>; close: () => void }) {
  const t = useT()
  const rules = useRules()
  return (
    <Modal open onCancel={close} footer={null} title={t(words.save)} destroyOnHidden>
      <AskForm<{ name: string; note?: string; shared?: boolean }>
        verb={t(words.save)}
        submit={({ name, note, shared }) => save({ name, note: note ?? '', shared: shared ?? false })}
      >
        <Form.Item name="name" label={t(words.name)} rules={[rules.needed(words.name)]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="note" label={t(words.note)}>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 4 }} />
        </Form.Item>
        <ShareField />
      </AskForm>
    </Modal>
  )
}
