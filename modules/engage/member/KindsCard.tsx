/** Kinds of notices against channels: one tick each. What is about oneself cannot leave the inbox. */
import { Fragment, useEffect, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Card } from '#ui/member/Card.tsx'
import type { NoticeSettings } from './notices.queries.ts'
import { settingsWords as words } from './settings.words.ts'
import type { Channel } from './useSettings.ts'

const channels = ['inbox', 'push', 'mail'] as const satisfies readonly Channel[]
type Kind = NoticeSettings['kinds'][number]

export function KindsCard({
  kinds,
  choose,
}: {
  kinds: readonly Kind[]
  choose: (kind: string, channel: Channel, wanted: boolean) => void
}) {
  const t = useT()
  const sections = [...new Set(kinds.map(({ section }) => section))]
  return (
    <Card title={t(words.kindsTitle)}>
      <table className="mt-2 w-full border-collapse text-left">
        <thead>
          <tr className="text-[13px] text-muted">
            <td />
            {channels.map((channel) => (
              <th key={channel} scope="col" className="w-[52px] pb-1 text-center font-normal">
                {t(words[channel])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => (
            <Fragment key={section}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={4}
                  className="pt-3 pb-1 text-[13px] leading-5 font-medium text-muted"
                >
                  {section}
                </th>
              </tr>
              {kinds
                .filter((kind) => kind.section === section)
                .map((kind) => (
                  <Line key={kind.kind} kind={kind} choose={choose} />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Line({
  kind,
  choose,
}: {
  kind: Kind
  choose: (kind: string, channel: Channel, wanted: boolean) => void
}) {
  const t = useT()
  return (
    <tr className="border-t border-line-soft">
      <th scope="row" className="py-2 pr-2 text-[15px] leading-[22px] font-normal">
        {kind.label}
        {kind.always ? (
          <span className="block text-[13px] leading-5 text-muted">{t(words.alwaysInbox)}</span>
        ) : null}
      </th>
      {channels.map((channel) => (
        <td key={channel} className="p-0 text-center">
          <Tick
            label={t(words.channelOf, { kind: kind.label, channel: t(words[channel]) })}
            checked={kind.channels[channel]}
            disabled={kind.always && channel === 'inbox'}
            change={(wanted) => choose(kind.kind, channel, wanted)}
          />
        </td>
      ))}
    </tr>
  )
}

/** Ticked the moment it is pressed; what the server says afterwards wins. */
function Tick({
  label,
  checked,
  disabled,
  change,
}: {
  label: string
  checked: boolean
  disabled: boolean
  change: (checked: boolean) => void
}) {
  const [shown, show] = useState(checked)
  useEffect(() => show(checked), [checked])
  return (
    <label className="mx-auto grid size-11 cursor-pointer place-items-center">
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        checked={shown}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          show(currentTarget.checked)
          change(currentTarget.checked)
        }}
        className="size-[22px] cursor-pointer accent-pine disabled:cursor-default disabled:opacity-60"
      />
    </label>
  )
}
