/** A dashboard: figures side by side, each a door; changed in place, on a wall, for others by a link. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { lazy, Suspense, useRef, useState } from 'react'
import { useAct } from '#ui/console/action/useAct.tsx'
import { downloadCsv } from '#ui/console/list/csv.ts'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { ApiProblem, asProblem } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { placeFor } from '../../dashboards/layout.ts'
import { sizeOf } from '../../dashboards/sizes.ts'
import type { Range, Scope } from '../frame/question.ts'
import { RangePick } from '../frame/RangePick.tsx'
import { ScopePick } from '../frame/ScopePick.tsx'
import { SubscribeDialog } from '../subscriptions/SubscribeDialog.tsx'
import { Board } from './Board.tsx'
import { archiving, restoring } from './DashboardsScreen.tsx'
import {
  changeDashboard,
  copyDashboard,
  type Override,
  type Tile,
  tablesOf,
  type WholeDashboard,
} from './dashboards.queries.ts'
import { dashboardWords as words } from './dashboards.words.ts'
import { RenameDialog } from './RenameDialog.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import { TileCard } from './Tile.tsx'
import { type Draft, TileDrawer } from './TileDrawer.tsx'
import { isNew, useAnswers, useDashboard, useWall } from './useBoard.ts'
import '../frame/frame.css'
import './dashboards.css'

const EditBoard = lazy(() => import('./EditBoard.tsx'))

export default function DashboardScreen() {
  const t = useT()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const found = useDashboard(id)
  if (found.error)
    return (
      <Page title={t(words.nav)}>
        <Card>
          <Failed error={found.error} retry={() => found.refetch()} />
        </Card>
      </Page>
    )
  if (!found.data)
    return (
      <Page title={t(words.nav)}>
        <Card>
          <SkeletonRows rows={7} />
        </Card>
      </Page>
    )
  return <Shown key={id} dashboard={found.data} />
}

/** The range and scope of the address stand above those of the dashboard. */
function useOverride({ range, scope }: WholeDashboard) {
  const [url, setUrl] = useUrlState()
  let chosen: Override = {}
  try {
    chosen = url.over ? (JSON.parse(url.over) as Override) : {}
  } catch {
    // Somebody wrote it by hand: it is as if it were not there.
  }
  const over: Override = { ...(range ? { range } : {}), ...(scope ? { scope } : {}), ...chosen }
  const set = (part: Override) => {
    const next = Object.fromEntries(
      Object.entries({ ...chosen, ...part }).filter(
        ([, value]) => value !== undefined && Object.values(value).some((each) => each !== undefined),
      ),
    )
    setUrl({ over: Object.keys(next).length > 0 ? JSON.stringify(next) : undefined })
  }
  return { over, chosen, set }
}

function Shown({ dashboard }: { dashboard: WholeDashboard }) {
  const t = useT()
  const format = useFormat()
  const { modal, message } = App.useApp()
  const client = useQueryClient()
  const [url, setUrl] = useUrlState()
  const { over, chosen, set } = useOverride(dashboard)
  const [draft, setDraft] = useState<readonly Tile[]>()
  const [busy, setBusy] = useState(false)
  const [dialog, setDialog] = useState<'tile' | 'share' | 'rename' | 'subscribe' | { readonly tile: Tile }>()
  const wall = useRef<HTMLDivElement>(null)
  const [toggleWall, onWall] = useWall()
  const seen = useRef(dashboard.version)
  const editing = draft !== undefined || (url.edit === 'yes' && dashboard.can.change)
  const tiles = draft ?? dashboard.layout
  const answers = useAnswers(dashboard.id, dashboard.layout, tiles, over)
  const nameOf = (tile: Tile) => {
    const answered = answers.of(tile.id)?.answer as
      | { series?: { name: string }[]; name?: string }
      | null
      | undefined
    return tile.title ?? answered?.series?.[0]?.name ?? answered?.name ?? t(words[tile.content.kind])
  }
  const begin = () => {
    seen.current = dashboard.version
    setDraft(dashboard.layout)
  }
  const leave = () => {
    setDraft(undefined)
    if (url.edit) setUrl({ edit: undefined })
  }
  const put = (next: readonly Tile[]) => {
    if (!draft) seen.current = dashboard.version
    setDraft(next)
  }
  const save = async (version: number) => {
    setBusy(true)
    try {
      const saved = await changeDashboard(dashboard.id, {
        version,
        tiles: tiles.map(({ id, ...tile }) => (isNew(id) ? tile : { id, ...tile })),
      })
      client.setQueryData(['dashboards', dashboard.id], saved)
      await client.invalidateQueries({ queryKey: ['dashboards'] })
      leave()
      message.success(t(words.saved))
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'dashboard_changed_meanwhile') conflict(error)
      else message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  const conflict = (error: ApiProblem) => {
    modal.confirm({
      title: t(words.meanwhile),
      content: error.message,
      icon: null,
      okText: t(words.reload),
      cancelText: t(words.overwrite),
      onOk: async () => {
        leave()
        await client.invalidateQueries({ queryKey: ['dashboards', dashboard.id] })
      },
      onCancel: async () => {
        await client.refetchQueries({ queryKey: ['dashboards', dashboard.id], exact: true })
        const now = client.getQueryData<WholeDashboard>(['dashboards', dashboard.id])
        if (now) await save(now.version)
      },
    })
  }
  const placed = (given: Draft) => {
    const target = typeof dialog === 'object' ? dialog.tile : undefined
    put(
      target
        ? tiles.map((tile) => (tile.id === target.id ? { ...tile, ...given } : tile))
        : [
            ...tiles,
            { id: `new-${crypto.randomUUID()}`, ...given, ...placeFor(tiles, sizeOf(given.content)) },
          ],
    )
    setDialog(undefined)
  }
  return (
    <Page
      title={dashboard.name}
      lead={dashboard.note || undefined}
      above={dashboard.archivedAt ? <p className="board-archived small">{t(words.isArchived)}</p> : undefined}
      actions={
        editing ? (
          <>
            <Button icon={<Icon name="plus" size={16} />} onClick={() => setDialog('tile')}>
              {t(words.addTile)}
            </Button>
            <Button onClick={leave}>{t(words.cancel)}</Button>
            <Button
              type="primary"
              loading={busy}
              onClick={() => void save(draft ? seen.current : dashboard.version)}
            >
              {t(words.save)}
            </Button>
          </>
        ) : (
          <Acts
            dashboard={dashboard}
            over={over}
            edit={begin}
            open={setDialog}
            wall={() => toggleWall(wall.current)}
          />
        )
      }
    >
      <div ref={wall} className={onWall ? 'board-wall' : undefined}>
        {onWall && (
          <header className="board-wall-head">
            <h1>{dashboard.name}</h1>
            <Button icon={<Icon name="exit" size={16} />} onClick={() => toggleWall(null)}>
              {t(words.leaveWall)}
            </Button>
          </header>
        )}
        <div className="board-bar">
          {!onWall && (
            <div className="question-bar">
              {over.range ? (
                <>
                  <RangePick value={over.range as Range} onChange={(range) => set({ range } as Override)} />
                  {chosen.range && (
                    <button type="button" className="chip quiet" onClick={() => set({ range: undefined })}>
                      {t(words.clearOver)}
                    </button>
                  )}
                </>
              ) : (
                <button
                  type="button"
                  className="chip"
                  title={t(words.wholeRange)}
                  onClick={() => set({ range: { last: 30, unit: 'day' } })}
                >
                  {t(words.asTiles)}
                  <Icon name="calendar" size={13} />
                </button>
              )}
              <ScopePick
                value={(over.scope ?? {}) as Scope}
                onChange={(scope) => set({ scope } as Override)}
              />
            </div>
          )}
          <p className="muted small nowrap" aria-live="polite">
            {answers.busy
              ? t(words.asking)
              : answers.data?.freshTo
                ? t(words.fresh, { time: format.timeWithSeconds(answers.data.freshTo) })
                : ''}
          </p>
        </div>
        {answers.error && !answers.data ? (
          <Card>
            <Failed error={answers.error} retry={answers.retry} />
          </Card>
        ) : tiles.length === 0 ? (
          <Card>
            <Empty
              icon="columns"
              title={t(words.noTiles)}
              hint={t(words.noTilesHint)}
              action={
                dashboard.can.change && (
                  <Button
                    type="primary"
                    icon={<Icon name="plus" size={16} />}
                    onClick={() => setDialog('tile')}
                  >
                    {t(words.addTile)}
                  </Button>
                )
              }
            />
          </Card>
        ) : editing ? (
          <Suspense fallback={<SkeletonRows rows={6} />}>
            <EditBoard
              tiles={tiles}
              put={put}
              answerOf={answers.of}
              nameOf={nameOf}
              edit={(tile) => setDialog({ tile })}
              retry={answers.retry}
            />
          </Suspense>
        ) : (
          <Board
            tiles={tiles}
            draw={(tile) => <TileCard tile={tile} answer={answers.of(tile.id)} retry={answers.retry} />}
          />
        )}
      </div>
      {(dialog === 'tile' || typeof dialog === 'object') && (
        <TileDrawer
          tile={typeof dialog === 'object' ? dialog.tile : undefined}
          done={placed}
          close={() => setDialog(undefined)}
        />
      )}
      {dialog === 'subscribe' && (
        <SubscribeDialog
          kind="dashboard"
          id={dashboard.id}
          name={dashboard.name}
          close={() => setDialog(undefined)}
        />
      )}
      {dialog === 'share' && <ShareDialog id={dashboard.id} close={() => setDialog(undefined)} />}
      {dialog === 'rename' && (
        <RenameDialog dashboard={dashboard} over={over} close={() => setDialog(undefined)} />
      )}
    </Page>
  )
}

interface ActsProps {
  readonly dashboard: WholeDashboard
  readonly over: Override
  readonly edit: () => void
  readonly open: (dialog: 'share' | 'rename' | 'subscribe') => void
  readonly wall: () => void
}

function Acts({ dashboard, over, edit, open, wall }: ActsProps) {
  const t = useT()
  const may = useMay()
  const act = useAct()
  const go = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { can, links } = dashboard
  const refresh = () => client.invalidateQueries({ queryKey: ['dashboards'] })
  const icon = (name: 'download' | 'copy' | 'history' | 'edit' | 'page' | 'mail') => (
    <Icon name={name} size={15} />
  )
  const items = [
    ...(can.change ? [{ key: 'rename', label: t(words.rename), icon: icon('edit') }] : []),
    ...(may('insight.edit') && !dashboard.archivedAt
      ? [{ key: 'subscribe', label: t(words.subscribe), icon: icon('mail') }]
      : []),
    { key: 'csv', label: t(words.csvAll), icon: icon('download') },
    { key: 'print', label: t(words.print), icon: icon('page') },
    ...(may('insight.edit') ? [{ key: 'copy', label: t(words.copy), icon: icon('copy') }] : []),
    ...(can.change
      ? [
          {
            key: 'archive',
            label: t(dashboard.archivedAt ? words.restore : words.archive),
            icon: icon('history'),
          },
        ]
      : []),
  ]
  const run = async (key: string) => {
    try {
      if (key === 'rename' || key === 'subscribe') open(key)
      else if (key === 'print') window.print()
      else if (key === 'csv') {
        const { items: tables } = await tablesOf(dashboard.id, over)
        downloadCsv(
          dashboard.name || t(words.boardCsv),
          tables.flatMap(({ title, head, rows }) => [[title], head, ...rows, []]),
        )
      } else if (key === 'copy') {
        const copy = await copyDashboard(dashboard.id)
        message.success(t(words.copied))
        await refresh()
        void go({ to: '/insight/dashboards/$id', params: { id: copy.id } })
      } else {
        await act(dashboard.archivedAt ? restoring : archiving, dashboard)
        await refresh()
      }
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <>
      {!dashboard.shared && <Tag>{t(words.mine)}</Tag>}
      {can.share && (
        <Button icon={<Icon name="link" size={16} />} onClick={() => open('share')}>
          {links > 0 ? t(words.links, { count: links }) : t(words.links2)}
        </Button>
      )}
      <Button
        icon={<Icon name="screen" size={16} />}
        onClick={wall}
        aria-label={t(words.wall)}
        title={t(words.wall)}
      />
      {can.change && !dashboard.archivedAt && (
        <Button type="primary" icon={<Icon name="edit" size={16} />} onClick={edit}>
          {t(words.edit)}
        </Button>
      )}
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void run(key) }}>
        <Button aria-label={t(words.more)} icon={<Icon name="more" size={16} />} />
      </Dropdown>
    </>
  )
}
