import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { DropList, useUpload } from '#ui/console/importing/DropList.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { sourcesQuery } from '../orders.queries.ts'
import { door, listQuery, uploadOrders } from './lists.queries.ts'
import { listWords } from './lists.words.ts'

/** Which shop the orders are of, and the file. */
export function UploadDialog({ close }: { close: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const client = useQueryClient()
  const sources = useQuery(sourcesQuery)
  const open = sources.data?.items.filter(({ archivedAt }) => archivedAt === null) ?? []
  const [chosen, choose] = useState<string>()
  const sourceId = chosen ?? (open.length === 1 ? open[0]!.id : undefined)
  const upload = useUpload(async (file) => {
    if (sourceId === undefined) return
    const list = await uploadOrders(file, sourceId)
    client.setQueryData(listQuery(list.id).queryKey, list)
    client.invalidateQueries({ queryKey: [door.key, 'list'] })
    await navigate({ to: '/orders/imports/$id', params: { id: list.id } })
  })
  return (
    <Modal open title={t(listWords.uploadTitle)} onCancel={close} footer={null}>
      {sources.isPending && <SkeletonRows rows={3} />}
      {sources.isError && <Failed error={sources.error} retry={() => sources.refetch()} />}
      {sources.data && open.length === 0 && (
        <div className="upload-orders">
          <p className="muted">{t(listWords.noSource)}</p>
          <Link to="/settings/orders">
            <Button type="primary">{t(listWords.addSource)}</Button>
          </Link>
        </div>
      )}
      {open.length > 0 && (
        <div className="upload-orders">
          <p className="field-label">{t(listWords.whichSource)}</p>
          <Select
            className="plan-wide"
            aria-label={t(listWords.whichSource)}
            placeholder={t(listWords.chooseSource)}
            value={sourceId ?? null}
            options={open.map(({ id, name, currency }) => ({ value: id, label: `${name} · ${currency}` }))}
            onChange={(id: string | null) => choose(id ?? undefined)}
          />
          <p className="muted small">{t(listWords.sourceHint)}</p>
          <DropList {...upload} disabled={sourceId === undefined} />
        </div>
      )}
    </Modal>
  )
}
