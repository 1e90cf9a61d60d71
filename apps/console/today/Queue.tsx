import { Alert, Button } from 'antd'
import { useState } from 'react'
import { itemKey, type Today, type TodayItem, type WorkKind } from '#modules/team/console/today.queries.ts'
import { useShortcuts } from '#ui/console/action/useShortcuts.ts'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { QueueRow, SnoozeButton } from './QueueRow.tsx'
import { useQueueActs } from './useQueueActs.tsx'
import { useToday } from './useToday.ts'
import { todayWords } from './words.ts'

const kinds: readonly WorkKind[] = ['signal', 'overdue', 'approval', 'answer', 'task', 'care']
/** Of what is not pressing, so many are shown at first. */
const shownFirst = 6

/** What waits, the pressing first; j and k move, x selects, e takes the focused row's next step. */
export function Queue() {
  const query = useToday()
  if (query.isPending)
    return (
      <div className="card flush queue-wait">
        <SkeletonRows rows={4} height={57} />
      </div>
    )
  if (!query.data) return <Failed error={query.error} retry={() => query.refetch()} />
  return <Filled today={query.data} />
}

function Filled({ today }: { today: Today }) {
  const t = useT()
  const [url, setUrl] = useUrlState()
  const kind = kinds.find((each) => each === url.kind)
  const [focused, setFocused] = useState<string>()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState(false)
  const acts = useQueueActs(() => setPicked(new Set()))

  const items = kind ? today.items.filter((item) => item.kind === kind) : today.items
  const first = items.filter((item) => item.first)
  const later = items.filter((item) => !item.first)
  const laterShown = open || later.length <= shownFirst + 1 ? later : later.slice(0, shownFirst)
  const rows = [...first, ...laterShown]
  const at = Math.max(
    0,
    rows.findIndex((item) => itemKey(item) === focused),
  )
  const current = rows[at]
  const chosen = items.filter((item) => picked.has(itemKey(item)))
  const unseen = (kind ? today.counts[kind] : today.counts.all) - items.length

  const toggle = (item: TodayItem) =>
    setPicked((before) => {
      const after = new Set(before)
      if (!after.delete(itemKey(item))) after.add(itemKey(item))
      return after
    })
  const clear = () => setPicked(new Set())
  const focusAt = (index: number) => {
    const item = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (item) setFocused(itemKey(item))
  }
  useShortcuts({
    j: () => focusAt(at + 1),
    k: () => focusAt(at - 1),
    x: () => current && toggle(current),
    e: () => current && acts.handle(current),
    Escape: clear,
  })

  const list = (part: readonly TodayItem[]) => (
    <ul className={`queue ${chosen.length > 0 ? 'picking' : ''}`}>
      {part.map((item) => (
        <QueueRow
          key={itemKey(item)}
          item={item}
          focused={item === current}
          picked={picked.has(itemKey(item))}
          focus={() => setFocused(itemKey(item))}
          toggle={() => toggle(item)}
          acts={acts}
        />
      ))}
    </ul>
  )
  return (
    <>
      <Tabs counts={today.counts} kind={kind} choose={(chosenKind) => setUrl({ kind: chosenKind })} />
      {today.troubled.length > 0 && (
        <Alert
          className="queue-troubled"
          type="warning"
          showIcon
          title={t(todayWords.troubled, {
            sources: today.troubled.map(({ label }) => label).join('、'),
          })}
        />
      )}
      {chosen.length > 0 && (
        <div className="bulk queue-bulk" role="status">
          <b>{t(todayWords.selected, { count: chosen.length })}</b>
          <Button size="small" onClick={() => acts.take(chosen)}>
            {t(todayWords.take)}
          </Button>
          <SnoozeButton items={chosen} acts={acts} />
          <Button size="small" type="text" onClick={() => acts.dismiss(chosen)}>
            {t(todayWords.dismiss)}
          </Button>
          <Button size="small" type="text" onClick={clear}>
            {t(todayWords.clearSelection)}
          </Button>
        </div>
      )}
      {items.length === 0 && <Nothing tab={kind !== undefined} seeAll={() => setUrl({ kind: undefined })} />}
      {first.length > 0 && (
        <>
          <h2 className="queue-title">
            {t(todayWords.first)}
            <span>{t(todayWords.firstNote)}</span>
          </h2>
          {list(first)}
        </>
      )}
      {later.length > 0 && (
        <>
          <h2 className="queue-title">
            {t(todayWords.later)}
            <span>
              {laterShown.length < later.length
                ? t(todayWords.laterSome, { count: later.length, shown: laterShown.length })
                : t(todayWords.laterNote, { count: later.length })}
            </span>
            {later.length > shownFirst + 1 && (
              <button type="button" className="queue-more" onClick={() => setOpen(!open)}>
                {open
                  ? t(todayWords.showLess)
                  : t(todayWords.showRest, { count: later.length - laterShown.length })}
              </button>
            )}
          </h2>
          {list(laterShown)}
        </>
      )}
      {unseen > 0 && items.length > 0 && (
        <p className="muted small queue-unseen">{t(todayWords.moreAtSource, { count: unseen })}</p>
      )}
    </>
  )
}

interface TabsProps {
  readonly counts: Today['counts']
  readonly kind: WorkKind | undefined
  readonly choose: (kind: WorkKind | undefined) => void
}

function Tabs({ counts, kind, choose }: TabsProps) {
  const t = useT()
  return (
    <div className="queue-head">
      <nav className="queue-tabs" aria-label={t(todayWords.queue)}>
        {([undefined, ...kinds] as const).map((each) => {
          const count = each ? counts[each] : counts.all
          if (each && count === 0 && each !== kind) return null
          return (
            <button
              key={each ?? 'all'}
              type="button"
              aria-pressed={each === kind}
              onClick={() => choose(each)}
            >
              {t(todayWords[each ?? 'all'])}
              <b>{count}</b>
            </button>
          )
        })}
      </nav>
      <span className="keys" aria-hidden="true">
        <span>
          <kbd>J</kbd>
          <kbd>K</kbd>
          {t(todayWords.move)}
        </span>
        <span>
          <kbd>X</kbd>
          {t(todayWords.select)}
        </span>
        <span>
          <kbd>E</kbd>
          {t(todayWords.handle)}
        </span>
      </span>
    </div>
  )
}

function Nothing({ tab, seeAll }: { tab: boolean; seeAll: () => void }) {
  const t = useT()
  return (
    <div className="card queue-wait">
      {tab ? (
        <Empty
          icon="check"
          title={t(todayWords.clearTab)}
          hint={t(todayWords.clearTabNote)}
          action={<Button onClick={seeAll}>{t(todayWords.seeAll)}</Button>}
        />
      ) : (
        <Empty icon="check" title={t(todayWords.clear)} hint={t(todayWords.clearNote)} />
      )}
    </div>
  )
}
