import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { Card } from '#ui/console/Page.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { levelsQuery, type Standing, standingQuery } from './trust.queries.ts'
import { trustWords as words } from './trust.words.ts'

/** Where a member stands in trust, on his page; placed by hand with a reason. */
export default function TrustPanel({ memberId }: { memberId: string }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const query = useQuery(standingQuery(memberId))
  const [placing, setPlacing] = useState(false)
  const { data } = query
  return (
    <Card
      title={t(words.panel)}
      extra={
        may('content.moderate') && data ? (
          <Button type="link" onClick={() => setPlacing(true)}>
            {t(words.place)}
          </Button>
        ) : null
      }
    >
      {query.isPending ? (
        <SkeletonRows rows={1} />
      ) : query.isError ? (
        <Failed error={query.error} />
      ) : data ? (
        <p>
          <b>
            {data.rank} · {data.name}
          </b>
          <br />
          <span className="muted small">
            {[
              data.byHand ? t(words.held, { reason: data.reason }) : null,
              data.since ? t(words.since, { day: format.date(data.since) }) : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
      ) : null}
      <Link className="link small" to="/content" search={{ author: memberId } as never}>
        {t(words.posts)}
      </Link>
      {placing && data && <Place memberId={memberId} now={data} close={() => setPlacing(false)} />}
    </Card>
  )
}

function Place({ memberId, now, close }: { memberId: string; now: Standing; close: () => void }) {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const levels = useQuery(levelsQuery).data?.items ?? []
  const [rank, setRank] = useState<number | 'rule'>(now.rank)
  const [reason, setReason] = useState('')
  const place = useMutation({
    mutationFn: () =>
      take<Standing>(
        api.PUT('/api/content/members/{id}/trust', {
          params: { path: { id: memberId } },
          body: { rank: rank === 'rule' ? null : rank, reason },
        }),
      ),
    onSuccess: (standing) => {
      client.setQueryData(standingQuery(memberId).queryKey, standing)
      message.success(t(words.saved))
      close()
    },
    onError: (error) => message.error(asProblem(error).message),
  })
  return (
    <Modal
      open
      title={t(words.place)}
      okText={t(words.save)}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      confirmLoading={place.isPending}
      onOk={() => place.mutate()}
      onCancel={close}
    >
      <Form layout="vertical">
        <Form.Item label={t(words.level)} htmlFor="trust-level">
          <Select
            id="trust-level"
            value={rank}
            onChange={setRank}
            options={[
              ...levels.map((level) => ({ value: level.rank, label: `${level.rank} · ${level.name}` })),
              ...(now.byHand ? [{ value: 'rule' as const, label: t(words.byRule) }] : []),
            ]}
          />
        </Form.Item>
        <Form.Item label={t(words.reason)} htmlFor="trust-reason" extra={t(words.reasonNote)}>
          <Input
            id="trust-reason"
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
