import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { Tag } from '#ui/console/Page.tsx'
import { Avatar } from '#ui/console/Person.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { words } from '#ui/console/words.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { comparisonQuery, type MergeReason, mergeMembers, type Side } from './merge.queries.ts'
import { mergeWords } from './merge.words.ts'
import './merge.css'

interface MergeDialogProps {
  readonly left: string
  readonly right: string
  readonly reason: MergeReason
  readonly close: (merged?: string) => void
}

/** Two profiles side by side: one is chosen to stay, and what goes to it is said before it happens. */
export function MergeDialog({ left, right, reason, close }: MergeDialogProps) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [intoId, setInto] = useState<string>()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const first = useQuery(comparisonQuery(left, right))
  // The one with an account stays unless somebody says otherwise; then the one who has been here longer.
  const suggested = first.data ? better(first.data.double, first.data.into) : right
  const into = intoId ?? suggested
  const doubleId = into === left ? right : left
  const query = useQuery(comparisonQuery(doubleId, into))
  const save = async () => {
    setBusy(true)
    try {
      await mergeMembers({ doubleId, intoId: into, reason, note: note.trim() })
      message.success(t(mergeWords.merged))
      for (const key of ['merges', 'doubles', 'members']) client.invalidateQueries({ queryKey: [key] })
      close(into)
    } catch (error) {
      message.error(asProblem(error).message)
      setBusy(false)
    }
  }
  const sides = query.data
    ? [query.data.double, query.data.into].sort((a) => (a.id === left ? -1 : 1))
    : undefined
  return (
    <Modal
      open
      width={720}
      title={t(mergeWords.mergeTitle)}
      okText={t(mergeWords.merge)}
      cancelText={t(words.cancel)}
      closable={{ 'aria-label': t(words.close) }}
      okButtonProps={{ loading: busy, disabled: !sides }}
      onOk={save}
      onCancel={() => close()}
    >
      {query.isError ? (
        <Failed error={query.error} retry={() => query.refetch()} />
      ) : sides ? (
        <>
          <div className="sides">
            {sides.map((side) => (
              <SideCard key={side.id} side={side} stays={side.id === into} choose={() => setInto(side.id)} />
            ))}
          </div>
          <p className="field-label">{t(mergeWords.moving)}</p>
          {query.data!.moving.length === 0 ? (
            <p className="muted small">{t(mergeWords.movingNothing)}</p>
          ) : (
            <p className="moving">
              {query.data!.moving.map(({ label, rows }) => (
                <Tag key={label} tone="pine">
                  {label} {format.number(rows)}
                </Tag>
              ))}
            </p>
          )}
          <p className="muted small">{t(mergeWords.movingNote)}</p>
          <Input
            className="merge-note"
            aria-label={t(mergeWords.note)}
            placeholder={t(mergeWords.note)}
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      ) : (
        <SkeletonRows rows={4} />
      )}
    </Modal>
  )
}

const better = (a: Side, b: Side): string => {
  if (a.hasAccount !== b.hasAccount) return a.hasAccount ? a.id : b.id
  return a.joinedAt <= b.joinedAt ? a.id : b.id
}

function SideCard({ side, stays, choose }: { side: Side; stays: boolean; choose: () => void }) {
  const t = useT()
  const format = useFormat()
  const rows: readonly (readonly [string, string])[] = [
    [t(mergeWords.account), t(side.hasAccount ? mergeWords.hasAccount : mergeWords.noAccount)],
    [t(mergeWords.joined), format.date(side.joinedAt)],
    [t(mergeWords.seen), side.lastSeenAt ? format.ago(side.lastSeenAt) : t(mergeWords.never)],
    [t(mergeWords.city), side.city],
    [t(mergeWords.contacts), side.contacts.map(({ masked }) => masked).join('、')],
    [t(mergeWords.tags), side.tags.join('、')],
    ...side.fields.map(({ label, value }) => [label, value] as const),
    [t(mergeWords.events), side.events >= 10_000 ? `${format.number(10_000)}+` : format.number(side.events)],
  ]
  return (
    <label className={`side ${stays ? 'stays' : ''}`}>
      <span className="side-head">
        <input type="radio" name="stays" checked={stays} onChange={choose} />
        <Avatar id={side.id} name={side.nickname} url={side.avatarUrl} size={32} />
        <b>{side.nickname}</b>
        <Tag tone={stays ? 'pine' : 'plain'}>{t(stays ? mergeWords.kept : mergeWords.goes)}</Tag>
      </span>
      <span className="side-facts small">
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <span key={label}>
              <span className="muted">{label}</span>
              <span>{value}</span>
            </span>
          ))}
      </span>
    </label>
  )
}
