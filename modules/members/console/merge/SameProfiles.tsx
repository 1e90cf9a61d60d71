import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { useUndoMerge } from './Merges.tsx'
import { doublesOfQuery, type MergeReason, mergesOfQuery, namesakesQuery } from './merge.queries.ts'
import { mergeWords } from './merge.words.ts'
import './merge.css'

/** On the page of a member: profiles that were merged in, that may be the same person, and merging by hand. */
export default function SameProfiles({ memberId }: { memberId: string }) {
  const t = useT()
  const merges = useQuery(mergesOfQuery(memberId))
  const pairs = useQuery(doublesOfQuery(memberId))
  const undo = useUndoMerge()
  const [other, setOther] = useState<{ id: string; reason: MergeReason }>()
  const [searching, setSearching] = useState(false)
  if (merges.isPending || pairs.isPending)
    return (
      <Card title={t(mergeWords.panel)}>
        <SkeletonRows rows={1} />
      </Card>
    )
  if (merges.isError || pairs.isError)
    return (
      <Card title={t(mergeWords.panel)}>
        <Failed error={merges.error ?? pairs.error} retry={() => merges.refetch()} />
      </Card>
    )
  const standing = merges.data.items.filter((merge) => merge.undoneAt === null)
  const away = standing.find((merge) => merge.double.id === memberId)
  return (
    <Card title={t(mergeWords.panel)}>
      <ul className="same">
        {standing.map((merge) => (
          <li key={merge.id}>
            <span className="small">
              {merge === away
                ? t(mergeWords.panelInto, { name: merge.into.nickname })
                : t(mergeWords.panelFrom, { name: merge.double.nickname })}
            </span>
            <span className="same-acts">
              {merge === away && (
                <Link to="/members/$id" params={{ id: merge.into.id }}>
                  {t(mergeWords.panelOpen)}
                </Link>
              )}
              <ActionButton action={undo} thing={merge} small />
            </span>
          </li>
        ))}
        {pairs.data.items.map((pair) => {
          const person = pair.left.id === memberId ? pair.right : pair.left
          return (
            <li key={pair.id}>
              <span className="small">{t(mergeWords.panelMaybe, { name: person.nickname })}</span>
              <Button size="small" onClick={() => setOther({ id: person.id, reason: pair.reason })}>
                {t(mergeWords.compare)}
              </Button>
            </li>
          )
        })}
      </ul>
      {standing.length + pairs.data.items.length === 0 && (
        <p className="muted small">{t(mergeWords.panelEmpty)}</p>
      )}
      {!away &&
        (searching ? (
          <ChooseOther memberId={memberId} choose={(id) => setOther({ id, reason: 'hand' })} />
        ) : (
          <Button
            size="small"
            type="link"
            className="same-hand"
            icon={<Icon name="merge" size={15} />}
            onClick={() => setSearching(true)}
          >
            {t(mergeWords.byHand)}
          </Button>
        ))}
      {other && (
        <MergeDialog
          left={memberId}
          right={other.id}
          reason={other.reason}
          close={() => {
            setOther(undefined)
            setSearching(false)
          }}
        />
      )}
    </Card>
  )
}

function ChooseOther({ memberId, choose }: { memberId: string; choose: (id: string) => void }) {
  const t = useT()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const found = useQuery({ ...namesakesQuery(asked), enabled: asked !== '' })
  const options = (found.data?.items ?? [])
    .filter(({ id }) => id !== memberId)
    .map(({ id, nickname, city }) => ({ value: id, label: [nickname, city].filter(Boolean).join(' · ') }))
  return (
    <Select
      autoFocus
      className="same-choose"
      aria-label={t(mergeWords.choose)}
      placeholder={t(mergeWords.choose)}
      showSearch={{ onSearch: setText, filterOption: false }}
      value={null}
      notFoundContent={asked === '' ? null : undefined}
      options={options}
      onChange={(id: string | null) => id && choose(id)}
    />
  )
}
