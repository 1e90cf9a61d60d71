import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { Empty } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { ApiKeyDialog } from './ApiKeyDialog.tsx'
import { keyWords } from './settings.words.ts'
import '#ui/console/list/list.css'

export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly scopes: readonly string[]
  readonly createdBy: { readonly id: string; readonly name: string }
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
  readonly can: { readonly revoke: boolean }
}

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => take<{ items: readonly ApiKey[] }>(api.GET('/api/api-keys', { signal })),
})

/** Keys of other programs: what each may do, when it was last used, and how to end it. */
export default function ApiKeysScreen() {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const client = useQueryClient()
  const [url, setUrl] = useUrlState()
  const keys = useSuspenseQuery(apiKeysQuery).data.items
  const create = () => setUrl({ new: '1' })
  const revoke: Action<ApiKey> = {
    name: keyWords.revoke,
    danger: true,
    can: (key) => key.can.revoke,
    done: keyWords.revoked,
    confirm: ({ name }) => ({
      title: keyWords.revokeTitle,
      values: { name },
      detail: keyWords.revokeDetail,
      verb: keyWords.revoke,
      typed: name,
    }),
    run: async ({ id }) => {
      await take(api.DELETE('/api/api-keys/{id}', { params: { path: { id } } }))
      await client.invalidateQueries({ queryKey: ['api-keys'] })
    },
  }
  return (
    <Page
      title={t(keyWords.title)}
      lead={t(keyWords.lead)}
      actions={
        <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={create}>
          {t(keyWords.create)}
        </Button>
      }
    >
      <Card flush>
        {keys.length === 0 ? (
          <Empty
            icon="key"
            title={t(keyWords.empty)}
            hint={t(keyWords.emptyHint)}
            action={<Button onClick={create}>{t(keyWords.create)}</Button>}
          />
        ) : (
          <table className="list-table">
            <thead>
              <tr>
                <th>{t(keyWords.name)}</th>
                <th>{t(keyWords.prefix)}</th>
                <th>{t(keyWords.scopes)}</th>
                <th className="num">{t(keyWords.lastUsed)}</th>
                <th className="num">{t(keyWords.ends)}</th>
                <th className="list-more">
                  <span className="sr-only">{t(keyWords.revoke)}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <tr key={key.id}>
                  <td className="phone-first">
                    <b>{key.name}</b>
                  </td>
                  <td className="phone-line" data-label={t(keyWords.prefix)}>
                    <code>{key.prefix}…</code>
                  </td>
                  <td className="phone-line" data-label={t(keyWords.scopes)}>
                    <span className="tags">
                      {key.scopes.map((scope) => (
                        <Tag key={scope}>{scope}</Tag>
                      ))}
                    </span>
                  </td>
                  <td className="num phone-line" data-label={t(keyWords.lastUsed)}>
                    {key.lastUsedAt ? format.ago(key.lastUsedAt) : t(keyWords.neverUsed)}
                  </td>
                  <td className="num phone-line" data-label={t(keyWords.ends)}>
                    {key.expiresAt === null ? (
                      t(keyWords.noEnd)
                    ) : Date.parse(key.expiresAt) < now() ? (
                      <span className="late">{t(keyWords.expired)}</span>
                    ) : (
                      format.date(key.expiresAt)
                    )}
                  </td>
                  <td className="list-more">
                    <ActionButton action={revoke} thing={key} small />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
      {url.new && (
        <ApiKeyDialog
          close={(made) => {
            setUrl({ new: undefined })
            if (made) client.invalidateQueries({ queryKey: ['api-keys'] })
          }}
        />
      )}
    </Page>
  )
}
