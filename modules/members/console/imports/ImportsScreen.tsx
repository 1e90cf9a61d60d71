import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { Action } from '#ui/console/action/action.ts'
import { ChooseFile, DropList, useUpload } from '#ui/console/importing/DropList.tsx'
import { importingWords } from '#ui/console/importing/importing.words.ts'
import { StateTag } from '#ui/console/importing/StateTag.tsx'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { discardImport, type Import, importQuery, importsQuery, uploadList } from './imports.queries.ts'
import { importWords } from './imports.words.ts'

/** Lists that came in, and the door for the next. */
export default function ImportsScreen() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const client = useQueryClient()
  const query = useInfiniteQuery(importsQuery)
  const upload = useUpload(async (file) => {
    const list = await uploadList(file)
    client.setQueryData(importQuery(list.id).queryKey, list)
    client.invalidateQueries({ queryKey: ['imports', 'list'] })
    await navigate({ to: '/members/imports/$id', params: { id: list.id } })
  })
  const open = ({ id }: Import) => navigate({ to: '/members/imports/$id', params: { id } })
  const columns: readonly Column<Import>[] = useMemo(
    () => [
      {
        key: 'file',
        title: importWords.file,
        phone: 'first',
        render: (list) => (
          <span className="import-file">
            <Icon name="table" size={18} />
            <span>
              <span className="person-name">{list.fileName}</span>
              {list.origin && <small className="muted">{list.origin}</small>}
            </span>
          </span>
        ),
        text: (list) => list.fileName,
      },
      {
        key: 'state',
        title: importWords.state,
        render: (list) => <StateTag state={list.state} />,
        text: (list) => t(importingWords[list.state]),
      },
      {
        key: 'result',
        title: importWords.result,
        render: (list) => <Sum list={list} />,
        text: (list) => list.outcome.created + list.outcome.updated,
      },
      {
        key: 'by',
        title: importWords.by,
        phone: 'hidden',
        render: (list) => list.createdBy ?? <span className="muted">—</span>,
        text: (list) => list.createdBy ?? '',
      },
      {
        key: 'at',
        title: importWords.at,
        align: 'right',
        render: (list) => format.ago(list.createdAt),
        text: (list) => list.createdAt,
      },
    ],
    [t, format],
  )
  const discard: Action<Import> = {
    name: importWords.discard,
    icon: 'trash',
    danger: true,
    can: (list) => list.can.discard,
    done: importWords.discarded,
    confirm: ({ fileName }) => ({
      title: importWords.discardTitle,
      values: { name: fileName },
      detail: importWords.discardDetail,
      verb: importWords.discard,
    }),
    run: async ({ id }) => {
      await discardImport(id)
      await client.invalidateQueries({ queryKey: ['imports'] })
    },
  }
  return (
    <ListScreen<Import>
      name="imports"
      title={t(importWords.title)}
      lead={t(importWords.lead)}
      query={query}
      columns={columns}
      rowKey={(list) => list.id}
      rowName={(list) => list.fileName}
      open={open}
      actions={[{ name: importWords.open, icon: 'page', run: open }, discard]}
      main={
        <ChooseFile choose={upload.send}>
          {(choose) => (
            <Button
              type="primary"
              icon={<Icon name="upload" size={16} />}
              loading={upload.sending !== undefined}
              onClick={choose}
            >
              {t(importWords.upload)}
            </Button>
          )}
        </ChooseFile>
      }
      empty={{
        icon: 'table',
        title: importWords.empty,
        hint: importWords.emptyHint,
        action: <DropList {...upload} />,
      }}
    />
  )
}

function Sum({ list }: { list: Import }) {
  const t = useT()
  const format = useFormat()
  const tally = list.state === 'checked' ? list.checked : list.outcome
  if (!tally || tally.rows === 0) return <span className="muted">—</span>
  return (
    <span className="import-sum">
      {t(importWords.sum, {
        created: format.number(tally.created),
        updated: format.number(tally.updated),
        failed: format.number(tally.failed + tally.repeated),
      })}
    </span>
  )
}
