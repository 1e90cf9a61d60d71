import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Input, Modal, Segmented } from 'antd'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Light, Page } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type Charter, chartersQuery } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { traitWord, charterWords as words } from './charter.words.ts'
import '../groups.css'

/** Groups that are being thought about, and the thoughts behind those that are there. */
export default function ChartersScreen() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [url, setUrl] = useUrlState()
  const state = url.state === 'used' ? 'used' : 'draft'
  const query = useInfiniteQuery(chartersQuery(state))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const discard: Action<Charter> = {
    name: words.discard,
    danger: true,
    can: (row) => row.can.discard,
    confirm: ({ title }) => ({ title: words.discardTitle, values: { title }, verb: words.discard }),
    run: async ({ id }) => {
      await take(api.DELETE('/api/group-charters/{id}', { params: { path: { id } } }))
      message.success(t(words.discarded))
      await client.invalidateQueries({ queryKey: ['group-charters'] })
    },
  }
  const begin = may('groups.edit') && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setUrl({ new: '1' })}>
      {t(words.begin)}
    </Button>
  )
  return (
    <Page title={t(words.listTitle)} lead={t(words.listLead)} actions={begin}>
      <Card
        flush
        title={
          <Segmented
            value={state}
            onChange={(value) => setUrl({ state: value === 'draft' ? undefined : value })}
            options={[
              { value: 'draft', label: t(words.drafts) },
              { value: 'used', label: t(words.used) },
            ]}
          />
        }
      >
        {query.isPending ? (
          <SkeletonRows rows={4} height={64} />
        ) : query.isError ? (
          <Failed error={query.error} retry={() => query.refetch()} />
        ) : rows.length === 0 ? (
          <Empty icon="seed" title={t(words.noDrafts)} hint={t(words.noDraftsHint)} action={begin} />
        ) : (
          <ul className="row-list">
            {rows.map((row) => (
              <li key={row.id}>
                <div className="row-main">
                  <Link to="/groups/charters/$id" params={{ id: row.id }} className="door">
                    {row.groupName ?? row.title}
                  </Link>
                  <p className="row-note">
                    {t(words.progress, {
                      done: row.verdict.steps.filter((step) => step.missing.length === 0).length,
                      of: row.verdict.steps.length,
                    })}{' '}
                    · {t(words.changed, { name: row.updatedBy, when: format.ago(row.updatedAt) })}
                  </p>
                </div>
                <div className="row-side">
                  <Fits charter={row} />
                  <ActionButton action={discard} thing={row} small />
                </div>
              </li>
            ))}
          </ul>
        )}
        {query.hasNextPage && (
          <Button type="link" onClick={() => query.fetchNextPage()}>
            {t(groupWords.more)}
          </Button>
        )}
      </Card>
      {url.new && <BeginDialog close={() => setUrl({ new: undefined })} />}
    </Page>
  )
}

/** Whether a group is the right means, in a word. */
export function Fits({ charter: { verdict } }: { charter: Charter }) {
  const t = useT()
  return (
    <Light state={verdict.fits === null ? 'off' : verdict.fits ? 'good' : 'bad'}>
      {verdict.fits
        ? t(words.fitsYes, { traits: verdict.by.map((trait) => t(traitWord(trait))).join('、') })
        : t(verdict.fits === false ? words.fitsNo : words.fitsOpen)}
    </Light>
  )
}

function BeginDialog({ close }: { close: () => void }) {
  const t = useT()
  const rules = useRules()
  const navigate = useNavigate()
  return (
    <Modal open title={t(words.beginTitle)} footer={null} onCancel={close}>
      <AskForm<{ title: string }>
        verb={t(words.begin)}
        submit={async (body) => {
          const charter = await take<Charter>(api.POST('/api/group-charters', { body }))
          await navigate({ to: '/groups/charters/$id', params: { id: charter.id } })
        }}
      >
        <Form.Item name="title" label={t(words.workingTitle)} rules={[rules.needed(words.workingTitle)]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
