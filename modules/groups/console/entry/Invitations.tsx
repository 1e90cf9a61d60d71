import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Modal, Switch } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { CopyButton } from '#ui/console/CopyButton.tsx'
import { AskForm } from '#ui/console/form.tsx'
import { Card, Tag } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { type Invitation, invitationsQuery } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { entryWords as words } from './entry.words.ts'

const dayMs = 86_400_000

interface Values {
  readonly note: string
  readonly most: number | null
  readonly days: number | null
  readonly straight: boolean
}

/** Codes that let people in, how often they were used, and their end. */
export function Invitations({ group }: { group: string }) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const client = useQueryClient()
  const query = useInfiniteQuery(invitationsQuery(group))
  const codes = query.data?.pages.flatMap((page) => page.items) ?? []
  const [making, setMaking] = useState(false)
  const refresh = () => client.invalidateQueries({ queryKey: ['groups', group, 'invitations'] })
  const end: Action<Invitation> = {
    name: words.codeEnd,
    danger: true,
    can: (code) => code.state === 'usable',
    confirm: ({ code }) => ({
      title: words.codeEndTitle,
      values: { code },
      detail: words.codeEndDetail,
      verb: words.codeEnd,
    }),
    run: async ({ id }) => {
      await take(api.DELETE('/api/group-invitations/{id}', { params: { path: { id } } }))
      await refresh()
    },
  }
  return (
    <Card
      title={t(words.invitations)}
      extra={
        <Button size="small" icon={<Icon name="plus" size={14} />} onClick={() => setMaking(true)}>
          {t(words.newCode)}
        </Button>
      }
    >
      {query.isPending ? (
        <SkeletonRows rows={2} />
      ) : codes.length === 0 ? (
        <p className="muted small">{t(words.noCodes)}</p>
      ) : (
        <ul className="people-list">
          {codes.map((code) => (
            <li key={code.id}>
              <span className="move-row">
                <code>{code.code}</code>
                <Tag tone={code.state === 'usable' ? 'pine' : 'plain'}>
                  {t(
                    code.state === 'usable'
                      ? words.codeUsable
                      : code.state === 'usedUp'
                        ? words.codeUsedUp
                        : words.codeEnded,
                  )}
                </Tag>
                <CopyButton value={code.url} label={t(words.sendLink)} />
              </span>
              <p className="row-note">
                {[
                  code.note,
                  code.most
                    ? t(words.codeUsedOf, { used: code.used, most: code.most })
                    : t(words.codeUsed, { used: code.used }),
                  code.endsAt && t(words.codeEnds, { day: format.date(code.endsAt) }),
                  code.straight && t(words.codeStraight),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <ActionButton action={end} thing={code} small />
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button type="link" onClick={() => query.fetchNextPage()}>
          {t(groupWords.more)}
        </Button>
      )}
      {making && (
        <Modal open title={t(words.newCode)} footer={null} onCancel={() => setMaking(false)}>
          <AskForm<Values>
            initial={{ note: '', most: 50, days: 30, straight: false }}
            verb={t(words.newCode)}
            submit={async ({ note, most, days, straight }) => {
              const endsAt = days ? new Date(now() + days * dayMs).toISOString() : null
              await take(
                api.POST('/api/groups/{id}/invitations', {
                  params: { path: { id: group } },
                  body: { note, most, straight, endsAt },
                }),
              )
              await refresh()
              setMaking(false)
            }}
          >
            <Form.Item name="note" label={t(words.codeNote)}>
              <Input maxLength={60} autoFocus />
            </Form.Item>
            <div className="two">
              <Form.Item name="most" label={t(words.codeMost)}>
                <InputNumber min={1} max={100_000} placeholder={t(words.unlimited)} />
              </Form.Item>
              <Form.Item name="days" label={t(words.codeDays)}>
                <InputNumber min={1} max={365} suffix={t(words.days)} placeholder={t(words.unlimited)} />
              </Form.Item>
            </div>
            <Form.Item name="straight" label={t(words.codeStraight)} valuePropName="checked">
              <Switch />
            </Form.Item>
          </AskForm>
        </Modal>
      )}
    </Card>
  )
}
