import { Tag } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { ChannelRow } from './channels.queries.ts'
import { channelWords as words } from './channels.words.ts'

/** A channel by its name, a door to what is kept of it, and what it is besides. */
export function ChannelName({
  row,
  open,
}: {
  row: ChannelRow
  open?: ((channel: string) => void) | undefined
}) {
  const t = useT()
  return (
    <span className="channel-name">
      {open && row.channel !== 'unknown' ? (
        <button
          type="button"
          className="link"
          title={t(words.openChannel, { channel: row.name })}
          onClick={() => open(row.channel)}
        >
          {row.name}
        </button>
      ) : (
        row.name
      )}
      {row.isBase && <Tag tone="pine">{t(words.base)}</Tag>}
      {row.retired && <Tag>{t(words.retired)}</Tag>}
    </span>
  )
}
