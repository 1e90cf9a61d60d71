import { defineMessages } from '#base/i18n/messages.ts'
import { useT } from '#ui/locale/locale.tsx'

const words = defineMessages({
  unread: { zh: '{count} 条未读', en: '{count} unread' },
})

export function UnreadPosts({ count, on = false }: { count: number; on?: boolean }) {
  const t = useT()
  if (count === 0) return null
  const shown = count >= 99 ? '99+' : String(count)
  return (
    <span
      className={`shrink-0 rounded-full text-[13px] leading-5 ${on ? 'bg-pine-soft px-2 font-medium text-pine' : 'text-muted'}`}
    >
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{t(words.unread, { count: shown })}</span>
    </span>
  )
}
