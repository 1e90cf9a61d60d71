import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { paths } from '#ui/api.generated.ts'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { Empty } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { InstallCards } from './InstallCards.tsx'
import { TrackKeyDialog } from './TrackKeyDialog.tsx'
import { trackingWords } from './tracking.words.ts'
import '#ui/console/list/list.css'
import './tracking.css'

export type TrackKeys = paths['/api/track-keys']['get']['responses'][200]['content']['application/json']
type TrackKey = TrackKeys['items'][number]

const trackKeysQuery = queryOptions({
  queryKey: ['track-keys'],
  queryFn: ({ signal }) => take(api.GET('/api/track-keys', { signal })),
})

/** Write-only keys of sites and programs: when each was last used, how to end it, and how to use one. */
export default function TrackingScreen() {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const [url, setUrl] = useUrlState()
  const keys = useSuspenseQuery(trackKeysQuery).data.items
  const create = () => setUrl({ new: '1' })
  const withdraw: Action<TrackKey> = {
    name: trackingWords.withdraw,
    danger: true,
    can: (key) => key.can.withdraw,
    done: trackingWords.withdrawn,
    confirm: ({ name }) => ({
      title: trackingWords.withdrawTitle,
      values: { name },
      detail: trackingWords.withdrawDetail,
      verb: trackingWords.withdraw,
      typed: name,
    }),
    run: async ({ id }) => {
      await take(api.DELETE('/api/track-keys/{id}', { params: { path: { id } } }))
      await client.invalidateQueries({ queryKey: ['track-keys'] })
    },
  }
  return (
    <Page
      title={t(trackingWords.title)}
      lead={t(trackingWords.lead)}
      actions={
        <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={create}>
          {t(trackingWords.create)}
        </Button>
      }
    >
      <Card flush>
        {keys.length === 0 ? (
          <Empty
            icon="key"
            title={t(trackingWords.empty)}
            hint={t(trackingWords.emptyHint)}
            action={<Button onClick={create}>{t(trackingWords.create)}</Button>}
          />
        ) : (
          <table className="list-table">
            <thead>
              <tr>
                <th>{t(trackingWords.name)}</th>
                <th>{t(trackingWords.prefix)}</th>
                <th className="num">{t(trackingWords.created)}</th>
                <th className="num">{t(trackingWords.lastUsed)}</th>
                <th className="list-more">
                  <span className="sr-only">{t(trackingWords.withdraw)}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <tr key={key.id}>
                  <td className="phone-first">
                    <span className="track-key-name">
                      <b>{key.name}</b>
                      {key.test && <Tag tone="wheat">{t(trackingWords.isTest)}</Tag>}
                    </span>
                  </td>
                  <td className="phone-line" data-label={t(trackingWords.prefix)}>
                    <code>{key.prefix}…</code>
                  </td>
                  <td className="num phone-line" data-label={t(trackingWords.created)}>
                    {format.date(key.createdAt)}
                  </td>
                  <td className="num phone-line" data-label={t(trackingWords.lastUsed)}>
                    {key.lastUsedAt ? format.ago(key.lastUsedAt) : t(trackingWords.neverUsed)}
                  </td>
                  <td className="list-more">
                    <ActionButton action={withdraw} thing={key} small />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
      <InstallCards />
      {url.new && (
        <TrackKeyDialog
          close={(made) => {
            setUrl({ new: undefined })
            if (made) client.invalidateQueries({ queryKey: ['track-keys'] })
          }}
        />
      )}
    </Page>
  )
}
