import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useShortcuts } from '#ui/console/action/useShortcuts.ts'
import type { AttentionItem } from '#ui/console/define.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { goTo } from '../goTo.ts'
import type { Attention } from './useAttention.ts'
import { todayWords } from './words.ts'

/** What waits, the urgent first; j and k move, e takes the focused row's next step. */
export function Queue({ attention }: { attention: Attention }) {
  const t = useT()
  const navigate = useNavigate()
  const [focused, setFocused] = useState(0)
  const { items } = attention
  const handle = (item: AttentionItem | undefined) => item && goTo(navigate, item.path)
  useShortcuts({
    j: () => setFocused(Math.min(focused + 1, items.length - 1)),
    k: () => setFocused(Math.max(focused - 1, 0)),
    e: () => handle(items[focused]),
  })
  if (attention.pending && items.length === 0)
    return (
      <div className="card flush">
        <SkeletonRows rows={3} height={57} />
      </div>
    )
  const urgent = items.filter((item) => item.urgent)
  const rest = items.filter((item) => !item.urgent)
  const list = (part: readonly AttentionItem[]) => (
    <ul className="queue">
      {part.map((item) => (
        <Row
          key={item.key}
          item={item}
          focused={items[focused] === item}
          focus={() => setFocused(items.indexOf(item))}
          handle={() => handle(item)}
        />
      ))}
    </ul>
  )
  return (
    <>
      {attention.error !== undefined && <Failed error={attention.error} retry={attention.retry} />}
      {items.length === 0 && attention.error === undefined && (
        <div className="card">
          <Empty icon="check" title={t(todayWords.clear)} hint={t(todayWords.clearNote)} />
        </div>
      )}
      {urgent.length > 0 && (
        <>
          <h2 className="queue-title">
            {t(todayWords.first)}
            <span>{t(todayWords.firstNote)}</span>
            <Keys />
          </h2>
          {list(urgent)}
        </>
      )}
      {rest.length > 0 && (
        <>
          <h2 className="queue-title">
            {t(todayWords.later)}
            <span>{t(todayWords.laterNote, { count: rest.length })}</span>
            {urgent.length === 0 && <Keys />}
          </h2>
          {list(rest)}
        </>
      )}
    </>
  )
}

function Keys() {
  const t = useT()
  return (
    <span className="keys" aria-hidden="true">
      <span>
        <kbd>J</kbd>
        <kbd>K</kbd>
        {t(todayWords.move)}
      </span>
      <span>
        <kbd>E</kbd>
        {t(todayWords.handle)}
      </span>
    </span>
  )
}

interface RowProps {
  readonly item: AttentionItem
  readonly focused: boolean
  readonly focus: () => void
  readonly handle: () => void
}

function Row({ item, focused, focus, handle }: RowProps) {
  const t = useT()
  const format = useFormat()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j, k and e do this from the keyboard; the button is in the row
    <li className={focused ? 'focused' : ''} onClick={focus}>
      <span className={`glyph tint-${item.tint}`}>
        <Icon name={item.icon} />
      </span>
      <div className="queue-text">
        <p className="queue-sentence">{t(item.title, item.values)}</p>
        <p className="queue-note">{t(item.note, item.values)}</p>
      </div>
      <span className={`queue-when ${item.urgent ? 'late' : ''}`}>
        {item.since && format.ago(item.since)}
      </span>
      <Button size="small" type={focused ? 'primary' : 'default'} onClick={handle} className="queue-act">
        {t(item.act)}
      </Button>
    </li>
  )
}
