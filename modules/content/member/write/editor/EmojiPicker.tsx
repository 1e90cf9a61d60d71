/** Emoji to put into the text, found in Chinese and English. */
import { useState } from 'react'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { writeWords as words } from '../write.words.ts'
import { findEmoji } from './emoji.ts'

export function EmojiPicker({ choose }: { choose: (emoji: string) => void }) {
  const t = useT()
  const { locale } = useReading()
  const [text, setText] = useState('')
  const found = findEmoji(text)
  return (
    <div>
      <input
        type="search"
        aria-label={t(words.search)}
        placeholder={t(words.emojiSearch)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="block min-h-11 w-full rounded-[10px] border border-line-strong bg-card px-3.5 text-[16px] text-ink placeholder:text-muted"
      />
      <div className="mt-2 grid max-h-[236px] grid-cols-[repeat(auto-fill,minmax(44px,1fr))] overflow-y-auto">
        {found.map(({ emoji, zh, en }) => (
          <button
            key={emoji}
            type="button"
            aria-label={(locale === 'zh-CN' ? zh : en).split(' ')[0]}
            onClick={() => choose(emoji)}
            className="grid size-11 place-items-center rounded-[8px] text-[22px] leading-none hover:bg-soft"
          >
            {emoji}
          </button>
        ))}
      </div>
      {found.length === 0 ? (
        <p className="py-4 text-center text-[14px] text-muted">{t(words.emojiNone)}</p>
      ) : null}
    </div>
  )
}
