import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { api } from '#ui/api.ts'
import type { Column, CursorPage } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Page, Tag } from '#ui/console/Page.tsx'
import { ApiProblem, take } from '#ui/console/problem.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { mailboxWords } from './mailbox.words.ts'
import './mailbox.css'

export interface MailSummary {
  readonly id: string
  readonly template: string
  readonly to: string
  readonly state: 'queued' | 'sent' | 'kept' | 'held' | 'failed' | 'dropped'
  readonly createdAt: string
  readonly subject: string | null
}

export interface MailContent extends MailSummary {
  readonly text: string | null
  readonly htmlUrl: string | null
}

const mailsQuery = infiniteQueryOptions({
  queryKey: ['mailbox', 'list'],
  queryFn: ({ pageParam, signal }) =>
    take<CursorPage<MailSummary>>(
      api.GET('/api/mailbox', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal }),
    ),
  initialPageParam: '',
  getNextPageParam: (page: CursorPage<MailSummary>) => page.next,
})

const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ['mailbox', id],
    queryFn: ({ signal }) =>
      take<MailContent>(api.GET('/api/mailbox/{id}', { params: { path: { id } }, signal })),
  })

/** Mail as it would have been sent, to read and to follow its links. */
export default function MailboxScreen() {
  const t = useT()
  const [url, setUrl] = useUrlState()
  const query = useInfiniteQuery(mailsQuery)
  const columns = useMailColumns()
  if (query.error instanceof ApiProblem && query.error.status === 404)
    return (
      <Page title={t(mailboxWords.title)}>
        <Empty icon="mail" title={t(mailboxWords.off)} hint={t(mailboxWords.offHint)} />
      </Page>
    )
  return (
    <>
      <ListScreen<MailSummary>
        name="mailbox"
        title={t(mailboxWords.title)}
        lead={t(mailboxWords.lead)}
        query={query}
        columns={columns}
        rowKey={(mail) => mail.id}
        rowName={(mail) => mail.subject ?? mail.template}
        open={(mail) => setUrl({ mail: mail.id })}
        empty={{ icon: 'mail', title: mailboxWords.empty, hint: mailboxWords.emptyHint }}
      />
      <Drawer
        open={Boolean(url.mail)}
        onClose={() => setUrl({ mail: undefined })}
        title={t(mailboxWords.title)}
        size={560}
        destroyOnHidden
      >
        {url.mail && <MailView id={url.mail} />}
      </Drawer>
    </>
  )
}

function useMailColumns(): readonly Column<MailSummary>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      key: 'subject',
      title: mailboxWords.subject,
      phone: 'first',
      render: (mail) => (
        <span className="person-name">
          {mail.subject ?? <span className="muted">{t(mailboxWords.cleared)}</span>}
        </span>
      ),
      text: (mail) => mail.subject ?? '',
    },
    { key: 'to', title: mailboxWords.to, render: (mail) => mail.to, text: (mail) => mail.to },
    {
      key: 'template',
      title: mailboxWords.template,
      render: (mail) => <code className="muted">{mail.template}</code>,
      text: (mail) => mail.template,
      phone: 'hidden',
    },
    {
      key: 'state',
      title: mailboxWords.state,
      render: (mail) => <Tag tone={tones[mail.state] ?? 'plain'}>{t(mailboxWords[mail.state])}</Tag>,
      text: (mail) => t(mailboxWords[mail.state]),
      phone: 'hidden',
    },
    {
      key: 'at',
      title: mailboxWords.at,
      align: 'right',
      render: (mail) => format.ago(mail.createdAt),
      text: (mail) => mail.createdAt,
    },
  ]
}

const tones: Partial<Record<MailSummary['state'], 'bad' | 'wheat'>> = {
  failed: 'bad',
  dropped: 'bad',
  held: 'wheat',
}

const address = /(https?:\/\/[^\s<>"]+)/g

function MailView({ id }: { id: string }) {
  const t = useT()
  const format = useFormat()
  const query = useQuery(mailQuery(id))
  if (query.isPending) return <SkeletonRows rows={4} />
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  const mail = query.data
  return (
    <article>
      <h2 className="mail-subject">{mail.subject ?? t(mailboxWords.cleared)}</h2>
      <p className="muted small">
        {mail.to} · {format.dateTime(mail.createdAt)}
      </p>
      {mail.htmlUrl && (
        <Button
          href={mail.htmlUrl}
          target="_blank"
          icon={<Icon name="page" size={16} />}
          className="mail-open"
        >
          {t(mailboxWords.openHtml)}
        </Button>
      )}
      {mail.text && (
        <p className="mail-text">
          {mail.text.split(address).map((part, place) =>
            place % 2 === 1 ? (
              <a key={part} className="link" href={part}>
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </p>
      )}
    </article>
  )
}
