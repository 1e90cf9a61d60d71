import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Drawer, Input, Modal } from 'antd'
import { useState } from 'react'
import { Person } from '#ui/console/Person.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { useAmount } from './amount.ts'
import {
  type Model,
  placedQuery,
  segmentOfPeople,
  segmentOfTier,
  type Behind as Whom,
} from './rfm.queries.ts'
import { rfmWords } from './rfm.words.ts'

interface BehindProps {
  readonly model: Model
  readonly asOf: string | undefined
  readonly whom: Whom
  readonly name: string
  readonly members: number
  readonly close: () => void
}

/** The people behind a number, and what to do with them. */
export function Behind({ model, asOf, whom, name, members, close }: BehindProps) {
  const t = useT()
  const may = useMay()
  const { said } = useAmount(model.inForce.definition.amount.unit)
  const query = useInfiniteQuery(placedQuery(model.kind, asOf, whom))
  const [saving, setSaving] = useState(false)
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const times = model.inForce.definition.frequency.per === 'day' ? rfmWords.days : rfmWords.times
  return (
    <Drawer
      open
      onClose={close}
      size={440}
      title={t(rfmWords.behind, { name, members })}
      closable={{ 'aria-label': t(words.close) }}
      extra={
        may('audience.edit') &&
        items.length > 0 && (
          <Button icon={<Icon name="save" size={16} />} onClick={() => setSaving(true)}>
            {t(rfmWords.saveSegment)}
          </Button>
        )
      }
    >
      <p className="muted small behind-note">{t(rfmWords.sorted)}</p>
      {query.error && <Failed error={query.error} retry={() => query.refetch()} />}
      {query.isPending && <SkeletonRows rows={8} />}
      {query.data && items.length === 0 && <Empty icon="members" title={t(rfmWords.nobody)} />}
      <ul className="behind">
        {items.map(({ member, ...placed }) => (
          <li key={member.id}>
            <Person
              id={member.id}
              name={member.nickname}
              url={member.avatarUrl}
              memberId={member.id}
              note={member.city}
              size={32}
            />
            <span className="behind-figures small">
              <b>{said(placed.amount)}</b>
              <span className="muted">
                {t(times, { value: placed.frequency })} · {t(rfmWords.days, { value: placed.recency })} · R
                {placed.r} F{placed.f} M{placed.m}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t(rfmWords.more)}
        </Button>
      )}
      {saving && (
        <SaveSegment
          model={model}
          whom={whom}
          name={name}
          close={() => setSaving(false)}
          collect={async () => {
            let page = query
            const ids = items.map(({ member }) => member.id)
            while (page.hasNextPage && ids.length < mostListed) {
              page = await page.fetchNextPage()
              ids.splice(
                0,
                ids.length,
                ...(page.data?.pages.flatMap((each) => each.items.map(({ member }) => member.id)) ?? []),
              )
            }
            return ids.slice(0, mostListed)
          }}
          members={members}
        />
      )}
    </Drawer>
  )
}

/** A list that is made from here holds at most so many. */
const mostListed = 3_000

interface SaveProps {
  readonly model: Model
  readonly whom: Whom
  readonly name: string
  readonly members: number
  readonly collect: () => Promise<readonly string[]>
  readonly close: () => void
}

/** A tier becomes a segment that follows the model; a cell or a move becomes a list of this moment. */
function SaveSegment({ model, whom, name, members, collect, close }: SaveProps) {
  const t = useT()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [called, setCalled] = useState(name)
  const [busy, setBusy] = useState(false)
  const wholeTier = whom.tier !== undefined && whom.before === undefined && !whom.r && !whom.f && !whom.m
  const save = async () => {
    setBusy(true)
    try {
      const made =
        wholeTier && whom.tier
          ? await segmentOfTier(model.kind, whom.tier, called)
          : await segmentOfPeople(called, await collect())
      message.success(t(rfmWords.segmentSaved))
      await navigate({ to: '/segments/$id', params: { id: made.id } })
    } catch (error) {
      message.error(asProblem(error).message)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t(rfmWords.saveSegment)}
      onCancel={close}
      onOk={save}
      okText={t(rfmWords.saveSegment)}
      cancelText={t(words.cancel)}
      okButtonProps={{ loading: busy, disabled: called.trim() === '' }}
      closable={{ 'aria-label': t(words.close) }}
    >
      <p className="muted small">
        {wholeTier
          ? t(rfmWords.segmentFollows)
          : t(rfmWords.segmentList, { members: Math.min(members, mostListed) })}
      </p>
      <p className="field-label">{t(rfmWords.segmentName)}</p>
      <Input
        aria-label={t(rfmWords.segmentName)}
        maxLength={60}
        value={called}
        onChange={(event) => setCalled(event.target.value)}
      />
    </Modal>
  )
}
