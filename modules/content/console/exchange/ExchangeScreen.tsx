import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Modal, Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm } from '#ui/console/form.tsx'
import { JobDialog } from '#ui/console/job/JobDialog.tsx'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { words as common } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { beginImport, boardsQuery, exportAll, type Import, importsQuery } from './exchange.queries.ts'
import { exchangeWords as words } from './exchange.words.ts'
import { MoveState } from './MoveState.tsx'

/** Communities that came in, the door for the next, and the way out with everything. */
export default function ExchangeScreen() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const query = useInfiniteQuery(importsQuery)
  const [beginning, setBeginning] = useState(false)
  const [job, setJob] = useState<string>()
  const open = ({ id }: Pick<Import, 'id'>) => navigate({ to: '/settings/exchange/$id', params: { id } })
  const columns: readonly Column<Import>[] = useMemo(
    () => [
      {
        key: 'site',
        title: words.site,
        phone: 'first',
        render: (held) => (
          <span>
            <span className="person-name">{held.site}</span>
            <br />
            <small className="muted">{t(words[held.format])}</small>
          </span>
        ),
        text: (held) => held.site,
      },
      {
        key: 'state',
        title: words.state,
        render: (held) => <MoveState held={held} />,
        text: (held) => t(words[held.state]),
      },
      {
        key: 'board',
        title: words.board,
        phone: 'hidden',
        render: (held) => held.board,
        text: (held) => held.board,
      },
      {
        key: 'taken',
        title: words.taken,
        align: 'right',
        render: (held) => format.number((held.taken.post ?? 0) + (held.taken.comment ?? 0)),
        text: (held) => (held.taken.post ?? 0) + (held.taken.comment ?? 0),
      },
      {
        key: 'at',
        title: words.at,
        align: 'right',
        render: (held) => format.ago(held.createdAt),
        text: (held) => held.createdAt,
      },
    ],
    [t, format],
  )
  const begin = (
    <Button type="primary" icon={<Icon name="upload" size={16} />} onClick={() => setBeginning(true)}>
      {t(words.begin)}
    </Button>
  )
  const takeAll: Action = {
    name: words.exportAll,
    icon: 'download',
    confirm: () => ({ title: words.exportTitle, detail: words.exportDetail, verb: words.exportAll }),
    run: async () => setJob((await exportAll()).jobId),
  }
  return (
    <>
      <ListScreen<Import>
        name="content-imports"
        title={t(words.title)}
        lead={t(words.lead)}
        query={query}
        columns={columns}
        rowKey={(held) => held.id}
        rowName={(held) => held.site}
        open={open}
        main={
          <>
            <ActionButton action={takeAll} thing={undefined} />
            {begin}
          </>
        }
        empty={{ icon: 'upload', title: words.empty, hint: words.emptyHint, action: begin }}
      />
      {beginning && <Begin open={open} close={() => setBeginning(false)} />}
      {job && (
        <JobDialog
          id={job}
          title={t(words.exportAll)}
          note={t(words.exporting)}
          close={() => setJob(undefined)}
        />
      )}
    </>
  )
}

function Begin({ open, close }: { open: (made: Import) => void; close: () => void }) {
  const t = useT()
  const boards = useQuery(boardsQuery)
  return (
    <Modal
      open
      title={t(words.begin)}
      footer={null}
      onCancel={close}
      closable={{ 'aria-label': t(common.close) }}
    >
      <AskForm<{ site: string; format: Import['format']; boardId: string }>
        initial={{ format: 'generic' }}
        verb={t(words.beginVerb)}
        submit={async (values) => open(await beginImport(values))}
      >
        <Form.Item name="format" label={t(words.format)}>
          <Segmented
            block
            vertical
            options={(['generic', 'stackexchange'] as const).map((value) => ({
              value,
              label: t(words[value]),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="site"
          label={t(words.site)}
          extra={t(words.siteNote)}
          rules={[{ required: true, pattern: /^[a-z0-9](-?[a-z0-9]){0,39}$/, message: t(words.siteWrong) }]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="boardId"
          label={t(words.board)}
          extra={t(words.boardNote)}
          rules={[{ required: true, message: t(words.boardMissing) }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={boards.isPending}
            options={(boards.data ?? []).map(({ id, name, group }) => ({
              value: id,
              label: `${group} · ${name}`,
            }))}
          />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
