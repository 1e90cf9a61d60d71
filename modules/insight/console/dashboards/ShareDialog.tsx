/** Links that show a dashboard to people without an account: made, copied once, taken back. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Action } from '#ui/console/action/action.ts'
import { useAct } from '#ui/console/action/useAct.tsx'
import { AskForm } from '#ui/console/form.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { makeShare, revokeShare, type Share, sharesQuery } from './dashboards.queries.ts'
import { shareWords as words } from './dashboards.words.ts'
import './shares.css'

interface Props {
  readonly id: string
  readonly close: () => void
}

export function ShareDialog({ id, close }: Props) {
  const t = useT()
  const client = useQueryClient()
  const [url, setUrl] = useState<string>()
  const found = useQuery(sharesQuery(id))
  const refresh = () => client.invalidateQueries({ queryKey: ['dashboards', id] })
  return (
    <Modal open onCancel={close} footer={null} title={t(words.title)} width={600} destroyOnHidden>
      <p className="muted small">{t(words.hint)}</p>
      {url ? (
        <MadeLink url={url} />
      ) : (
        <AskForm<{ note?: string; days: number }>
          verb={t(words.make)}
          initial={{ days: 30 }}
          submit={async ({ note, days }) => {
            const made = await makeShare(id, { note: note?.trim() ?? '', days: days === 0 ? null : days })
            setUrl(made.url)
            await refresh()
          }}
        >
          <div className="share-form">
            <Form.Item name="note" label={t(words.forWhom)}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name="days" label={t(words.until)}>
              <Select
                options={[
                  ...[7, 30, 90].map((count) => ({ value: count, label: t(words.days, { count }) })),
                  { value: 0, label: t(words.forever) },
                ]}
              />
            </Form.Item>
          </div>
        </AskForm>
      )}
      {found.error ? (
        <Failed error={found.error} retry={() => found.refetch()} />
      ) : !found.data ? (
        <SkeletonRows rows={2} />
      ) : found.data.length === 0 ? (
        <p className="muted small">{t(words.none)}</p>
      ) : (
        <ul className="shares">
          {found.data.map((share) => (
            <Row key={share.id} dashboard={id} share={share} refresh={refresh} />
          ))}
        </ul>
      )}
    </Modal>
  )
}

function MadeLink({ url }: { url: string }) {
  const t = useT()
  const [copied, setCopied] = useState(false)
  return (
    <div className="share-made">
      <p>{t(words.once)}</p>
      <div>
        <Input readOnly value={url} aria-label={t(words.link)} onFocus={(event) => event.target.select()} />
        <Button
          type="primary"
          icon={<Icon name={copied ? 'check' : 'copy'} size={15} />}
          onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}
        >
          {t(copied ? words.copied : words.copyLink)}
        </Button>
      </div>
    </div>
  )
}

function Row({
  dashboard,
  share,
  refresh,
}: {
  dashboard: string
  share: Share
  refresh: () => Promise<unknown>
}) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const act = useAct()
  const over = share.expiresAt !== null && Date.parse(share.expiresAt) <= now()
  const closed = share.revokedAt !== null || over
  const revoking: Action<Share> = {
    name: words.revoke,
    danger: true,
    run: ({ id }) => revokeShare(dashboard, id),
    confirm: () => ({ title: words.revokeAsk, detail: words.revokeHint, verb: words.revoke }),
    done: words.revoked,
  }
  return (
    <li className={closed ? 'closed' : undefined}>
      <span>
        <b>{share.note || t(words.noName)}</b>
        <small className="muted">
          {[
            t(words.made, { who: share.by ?? '—', when: format.ago(share.createdAt) }),
            share.revokedAt
              ? t(words.revoked)
              : over
                ? t(words.ended)
                : share.expiresAt
                  ? t(words.ends, { when: format.date(share.expiresAt) })
                  : t(words.never),
            share.seenAt ? t(words.seen, { when: format.ago(share.seenAt) }) : t(words.unseen),
          ].join(' · ')}
        </small>
      </span>
      {!closed && (
        <Button
          size="small"
          danger
          onClick={async () => {
            if (await act(revoking, share)) await refresh()
          }}
        >
          {t(words.revoke)}
        </Button>
      )}
    </li>
  )
}
