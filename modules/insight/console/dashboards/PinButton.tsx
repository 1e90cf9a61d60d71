/** 放到看板: what is asked here, on one of the dashboards or a new one. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Popover } from 'antd'
import { useState } from 'react'
import { asProblem } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { dashboardsQuery, makeDashboard, pinTile } from './dashboards.queries.ts'
import { pinWords as words } from './dashboards.words.ts'

interface Props {
  readonly analysis: string
  readonly question: object
}

/** Analyses that do not stand on dashboards. */
const never = new Set(['overview', 'experiment'])

export function PinButton({ analysis, question }: Props) {
  const t = useT()
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may('insight.edit') || never.has(analysis)) return null
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      open={open}
      onOpenChange={setOpen}
      content={<Choices analysis={analysis} question={question} close={() => setOpen(false)} />}
    >
      <Button icon={<Icon name="columns" size={16} />}>{t(words.pin)}</Button>
    </Popover>
  )
}

function Choices({ analysis, question, close }: Props & { readonly close: () => void }) {
  const t = useT()
  const { message, notification } = App.useApp()
  const go = useNavigate()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const found = useQuery(dashboardsQuery({ whose: 'all', archived: false }))
  const boards = found.data?.items.filter(({ can }) => can.change) ?? []
  const put = async (board: { id: string; name: string } | undefined) => {
    setBusy(true)
    try {
      const { id, name } = board ?? (await makeDashboard({ name: t(words.freshName) }))
      await pinTile(id, { title: null, content: { kind: 'analysis', analysis, question: { ...question } } })
      await client.invalidateQueries({ queryKey: ['dashboards'] })
      close()
      notification.success({
        title: t(words.done, { name }),
        description: (
          // What is told stands outside of the router, so a link would find none there.
          <Button
            type="link"
            size="small"
            onClick={() => {
              notification.destroy()
              void go({ to: '/insight/dashboards/$id', params: { id } })
            }}
          >
            {t(words.open)}
          </Button>
        ),
      })
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="saved-pick" aria-busy={busy}>
      <p className="muted caption">{t(words.which)}</p>
      {found.error ? (
        <Failed error={found.error} retry={() => found.refetch()} />
      ) : !found.data ? (
        <SkeletonRows rows={3} />
      ) : (
        <ul className="frame-choices">
          {boards.map((board) => (
            <li key={board.id}>
              <button type="button" className="frame-choice" disabled={busy} onClick={() => void put(board)}>
                {board.name}
                {board.note && <small className="muted"> {board.note}</small>}
              </button>
            </li>
          ))}
          {boards.length === 0 && <li className="muted small saved-empty">{t(words.none)}</li>}
        </ul>
      )}
      <Button
        type="text"
        block
        disabled={busy}
        icon={<Icon name="plus" size={14} />}
        onClick={() => void put(undefined)}
      >
        {t(words.fresh)}
      </Button>
    </div>
  )
}
