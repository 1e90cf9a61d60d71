import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, InputNumber, Modal, Radio, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm } from '#ui/console/form.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Failed, SkeletonPage, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { kindLabels } from '../../content.messages.ts'
import { type BoardRow, boardsQuery, promiseQuery, type Settings, settingsQuery } from './posts.queries.ts'
import { arrangeWords as words } from './posts.words.ts'
import { Templates } from './Templates.tsx'
import './posts.css'

type Kind = keyof typeof kindLabels

/** What every board takes and promises, what writers start from, and the rules for all content. */
export default function BoardsScreen() {
  const t = useT()
  const boards = useQuery(boardsQuery)
  if (boards.isPending) return <SkeletonPage />
  if (boards.isError) return <Failed error={boards.error} retry={() => boards.refetch()} page />
  return (
    <Page title={t(words.boards)} lead={t(words.boardsLead)}>
      <Boards boards={boards.data} />
      <Templates boards={boards.data} />
      <Rules />
    </Page>
  )
}

function Boards({ boards }: { boards: readonly BoardRow[] }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const [editing, setEditing] = useState<BoardRow>()
  return (
    <Card flush>
      <ul className="rows-list">
        {boards.map((board) => (
          <li key={board.id}>
            <span className="rows-main">
              <b>{board.name}</b>
              <small className="muted">
                {board.group} · {t(words.postsCount, { count: format.number(board.posts) })}
              </small>
            </span>
            <span className="rows-note">
              {board.kinds.length === 0
                ? t(words.takesAll)
                : board.kinds.map((kind) => t(kindLabels[kind])).join(t(words.comma))}
            </span>
            <span className="rows-note">
              {board.answerMinutes === null ? (
                <span className="muted">{t(words.answerNone)}</span>
              ) : (
                t(words.answerMinutes, { count: format.number(board.answerMinutes) })
              )}
            </span>
            {may('content.edit') && (
              <Button
                size="small"
                onClick={() => setEditing(board)}
                aria-label={`${t(words.edit)} ${board.name}`}
              >
                {t(words.edit)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {editing && <BoardDialog board={editing} close={() => setEditing(undefined)} />}
    </Card>
  )
}

function BoardDialog({ board, close }: { board: BoardRow; close: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  return (
    <Modal open footer={null} title={`${board.group} · ${board.name}`} onCancel={close}>
      <AskForm<{ kinds: Kind[]; answerMinutes: number | null }>
        initial={{ kinds: board.kinds, answerMinutes: board.answerMinutes }}
        verb={t(words.save)}
        submit={async ({ kinds, answerMinutes }) => {
          await take(
            api.PUT('/api/content/boards/{id}', {
              params: { path: { id: board.id } },
              body: { kinds, answerMinutes: answerMinutes ?? null },
            }),
          )
          await client.invalidateQueries({ queryKey: ['content', 'boards'] })
          message.success(t(words.saved))
          close()
        }}
      >
        <Form.Item name="kinds" label={t(words.takes)}>
          <Select
            mode="multiple"
            allowClear
            placeholder={t(words.takesAll)}
            options={Object.entries(kindLabels).map(([value, label]) => ({ value, label: t(label) }))}
          />
        </Form.Item>
        <Form.Item name="answerMinutes" label={t(words.answer)} extra={t(words.answerHint)}>
          <InputNumber
            className="board-minutes"
            min={5}
            max={14_400}
            precision={0}
            suffix={t(words.minutesUnit)}
            placeholder={t(words.answerNone)}
          />
        </Form.Item>
        <Form.Item<{ answerMinutes: number | null }> noStyle dependencies={['answerMinutes']}>
          {({ getFieldValue }) => (
            <PromisePreview boardId={board.id} minutes={getFieldValue('answerMinutes') as number | null} />
          )}
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

/** What the promise would mean if somebody asked now, and how it would have gone lately. */
function PromisePreview({ boardId, minutes }: { boardId: string; minutes: number | null }) {
  const t = useT()
  const format = useFormat()
  const wanted = useDeferredValue(minutes)
  const { data } = useQuery({
    ...promiseQuery(boardId, wanted ?? 0),
    enabled: wanted !== null && wanted >= 5,
  })
  if (minutes === null || !data) return null
  return (
    <p className="board-promise" role="status">
      {t(words.promiseNow, { when: format.dateTime(data.dueAt) })}
      <br />
      {data.questions === 0
        ? t(words.promiseNone)
        : t(words.promiseKept, { kept: data.kept, count: data.questions })}
    </p>
  )
}

function Rules() {
  const t = useT()
  const settings = useQuery(settingsQuery)
  return (
    <Card title={t(words.rules)}>
      {settings.isPending ? (
        <SkeletonRows rows={2} />
      ) : settings.isError ? (
        <Failed error={settings.error} retry={() => settings.refetch()} />
      ) : (
        <RulesForm settings={settings.data} />
      )}
    </Card>
  )
}

function RulesForm({ settings }: { settings: Settings }) {
  const t = useT()
  const may = useMay()
  const client = useQueryClient()
  const { message } = App.useApp()
  return (
    <AskForm<{ columnTrust: number; keepAnswered: boolean }>
      initial={{ columnTrust: settings.columnTrust ?? -1, keepAnswered: settings.keepAnswered }}
      verb={t(words.save)}
      disabled={!may('content.edit')}
      submit={async ({ columnTrust, keepAnswered }) => {
        await take(
          api.PUT('/api/content/settings', {
            body: { columnTrust: columnTrust < 0 ? null : columnTrust, keepAnswered },
          }),
        )
        await client.invalidateQueries({ queryKey: ['content', 'settings'] })
        message.success(t(words.saved))
      }}
    >
      <Form.Item name="columnTrust" label={t(words.whoOpens)}>
        <Select
          className="narrow"
          options={[-1, 0, 1, 2, 3, 4].map((rank) => ({
            value: rank,
            label: rank < 0 ? t(words.teamOnly) : t(words.fromLevel, { rank }),
          }))}
        />
      </Form.Item>
      <Form.Item name="keepAnswered" label={t(words.keepAnswered)}>
        <Radio.Group
          options={[
            { value: false, label: t(words.dropWords) },
            { value: true, label: t(words.keepWords) },
          ]}
        />
      </Form.Item>
    </AskForm>
  )
}
