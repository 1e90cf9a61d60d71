import { useInfiniteQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { JobProgress } from '#ui/console/job/JobProgress.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { exchangeLabels } from '../../exchange/exchange.messages.ts'
import {
  checkImport,
  type Import,
  importQuery,
  isBusy,
  refusalsQuery,
  runImport,
  stopImport,
  uploadFile,
} from './exchange.queries.ts'
import { exchangeWords as words } from './exchange.words.ts'
import { MoveState } from './MoveState.tsx'
import './exchange.css'

/** One community on its way in: its files, what would come, what came, what did not and why. */
export default function MoveScreen() {
  const t = useT()
  const { id } = useParams({ strict: false }) as { id: string }
  const held = useSuspenseQuery(importQuery(id)).data
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/settings/exchange">{t(words.title)}</Link>
          <Icon name="right" size={14} />
          <span className="clip">{held.site}</span>
        </nav>
      }
      title={
        <span className="move-title">
          {held.site} <MoveState held={held} />
        </span>
      }
      lead={`${t(words[held.format])} · ${held.board}`}
    >
      <div className="split">
        <div className="stack">
          <Steps held={held} />
          {held.refused.length > 0 && <Refused held={held} />}
        </div>
        <Files held={held} />
      </div>
    </Page>
  )
}

/** The stage that a job names, in words. */
const stages = {
  user: exchangeLabels.stageUser,
  post: exchangeLabels.stagePost,
  comment: exchangeLabels.stageComment,
  reaction: exchangeLabels.stageReaction,
  accept: exchangeLabels.stageAccept,
}

function Steps({ held }: { held: Import }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ['content', 'imports'] })
  const check: Action<Import> = {
    name: held.state === 'checked' ? words.checkAgain : words.check,
    icon: 'search',
    can: ({ can, state }) => can.check && state !== 'stopped',
    run: async ({ id }) => {
      await checkImport(id)
      await again()
    },
  }
  const run: Action<Import> = {
    name: held.state === 'stopped' ? words.goOn : words.run,
    icon: 'upload',
    can: ({ can }) => can.run,
    confirm: ({ site }) => ({
      title: words.runTitle,
      values: { site },
      detail: words.runDetail,
      verb: words.run,
    }),
    run: async ({ id }) => {
      await runImport(id)
      await again()
    },
  }
  const stop: Action<Import> = {
    name: words.stop,
    can: ({ can }) => can.stop,
    run: async ({ id }) => {
      await stopImport(id)
      await again()
    },
  }
  const counts = (['user', 'post', 'comment', 'reaction', 'bookmark'] as const).filter(
    (what) => held.taken[what],
  )
  return (
    <Card
      title={t(held.state === 'checked' ? words.would : held.state === 'done' ? words.taken : words.step)}
      note={held.state === 'draft' ? t(words.checkNote) : undefined}
    >
      {held.trouble && <p className="move-trouble">{held.trouble}</p>}
      {isBusy(held) && <JobProgress id={held.jobId} notes={stages} />}
      {counts.length > 0 && (
        <dl className="move-counts">
          {counts.map((what) => (
            <div key={what}>
              <dd>{format.number(held.taken[what] ?? 0)}</dd>
              <dt>{t(words[what])}</dt>
            </div>
          ))}
        </dl>
      )}
      {held.state === 'done' && held.refused.length === 0 && <p className="muted">{t(words.none)}</p>}
      <div className="move-acts">
        {held.state === 'draft' && <ActionButton action={check} thing={held} primary />}
        <ActionButton action={run} thing={held} primary={held.state !== 'draft'} />
        {held.state !== 'draft' && <ActionButton action={check} thing={held} />}
        <ActionButton action={stop} thing={held} />
        {held.state === 'done' && (
          <Link to="/content" search={{ board: held.boardId } as never} className="link">
            {t(words.see)}
          </Link>
        )}
      </div>
    </Card>
  )
}

function Files({ held }: { held: Import }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<string>()
  const send = async (files: readonly File[]) => {
    try {
      for (const file of files) {
        setSending(file.name)
        await uploadFile(held.id, file)
      }
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setSending(undefined)
      await client.invalidateQueries({ queryKey: ['content', 'imports', held.id] })
    }
  }
  return (
    <Card
      title={t(words.files)}
      note={t(held.format === 'stackexchange' ? words.filesSe : words.filesGeneric)}
    >
      {held.files.length === 0 && <p className="muted">{t(words.noFiles)}</p>}
      <ul className="move-files">
        {held.files.map(({ name, size }) => (
          <li key={name}>
            <Icon name="table" size={16} />
            <span className="clip">{name}</span>
            <span className="muted">{format.number(Math.max(1, Math.round(size / 1024)))} KB</span>
          </li>
        ))}
      </ul>
      {held.can.upload && (
        <>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={t(words.add)}
            accept=".xml,.jsonl,.csv"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])]
              event.target.value = ''
              void send(files)
            }}
          />
          <Button loading={sending !== undefined} onClick={() => input.current?.click()}>
            {sending === undefined ? t(words.add) : t(words.adding, { name: sending })}
          </Button>
        </>
      )}
    </Card>
  )
}

function Refused({ held }: { held: Import }) {
  const t = useT()
  const format = useFormat()
  const query = useInfiniteQuery({ ...refusalsQuery(held.id, held.state), enabled: !isBusy(held) })
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const named = (what: string) => (what in words ? t(words[what as 'post']) : what)
  return (
    <Card title={t(words.refused)} note={t(words.refusedNote)}>
      <ul className="move-reasons">
        {held.refused.map(({ reason, words: why, count }) => (
          <li key={reason}>
            <b>{format.number(count)}</b> {why}
          </li>
        ))}
      </ul>
      {rows.length > 0 && (
        <div className="move-scroll">
          <table className="move-table">
            <thead>
              <tr>
                <th scope="col">{t(words.what)}</th>
                <th scope="col">{t(words.sourceId)}</th>
                <th scope="col">{t(words.why)}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{named(row.what)}</td>
                  <td>{row.sourceId || '—'}</td>
                  <td>{row.words}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {query.hasNextPage && (
        <Button type="text" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t(words.more)}
        </Button>
      )}
    </Card>
  )
}
