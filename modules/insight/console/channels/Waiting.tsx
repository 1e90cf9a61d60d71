/** Channels that figures know and nobody classified: by one click each, or all that are clear at once. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { typeNames } from '../../channels/types.ts'
import { classify, type Said, type TouchpointAnswer } from './channels.queries.ts'
import { channelWords as words } from './channels.words.ts'
import { useTypeOptions } from './types.ts'

export function Waiting({ answer }: { answer: TouchpointAnswer }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const options = useTypeOptions()
  const waiting = answer.channels.filter(({ type, channel }) => type === null && channel !== 'unknown')
  if (waiting.length === 0) return null
  const clear = waiting.flatMap(({ channel, suggested }) => (suggested ? [{ channel, type: suggested }] : []))
  const edit = may('insight.edit')
  const put = async (channels: readonly Said[]) => {
    setBusy(true)
    try {
      await classify(channels)
      message.success(t(words.saved))
      await client.invalidateQueries({ queryKey: ['insight'] })
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card
      title={t(words.waitingTitle, { count: waiting.length })}
      note={t(words.waitingNote)}
      extra={
        edit &&
        clear.length > 0 && (
          <Button type="primary" loading={busy} onClick={() => put(clear.slice(0, 60))}>
            {t(words.takeAll, { count: Math.min(60, clear.length) })}
          </Button>
        )
      }
    >
      <ul className="channel-waiting">
        {waiting.map(({ channel, name, suggested, met }) => (
          <li key={channel}>
            <strong>{name}</strong>
            <span className="muted small">{t(words.people, { count: format.number(met) })}</span>
            <span className="muted small push">
              {suggested ? t(words.suggestion, { type: t(typeNames[suggested]) }) : t(words.noIdea)}
            </span>
            {edit && suggested && (
              <Button
                size="small"
                disabled={busy}
                onClick={() => put([{ channel, type: suggested }])}
                aria-label={`${name}：${t(words.takeOne, { type: t(typeNames[suggested]) })}`}
              >
                {t(words.takeOne, { type: t(typeNames[suggested]) })}
              </Button>
            )}
            {edit && (
              <Select
                size="small"
                value={null}
                disabled={busy}
                placeholder={t(words.chooseOther)}
                aria-label={t(words.chooseType, { channel: name })}
                options={options}
                popupMatchSelectWidth={false}
                onChange={(type: Said['type'] | null) => type && put([{ channel, type }])}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
