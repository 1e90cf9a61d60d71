/** One hit: a post with its words in their place, or something that has a name and a face. */
import { Link } from '@tanstack/react-router'
import { useFormat } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { HouseBadge } from '#ui/member/HouseBadge.tsx'
import type { Hit } from './search.queries.ts'

export const textOf = (parts: Hit['title']): string => parts.map(({ text }) => text).join('')

export function Marked({ parts }: { parts: Hit['title'] }) {
  let at = 0
  return parts.map(({ text, hit }) => {
    const key = at
    at += text.length
    return hit ? (
      <mark key={key} className="rounded-[3px] bg-wheat-soft text-inherit">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    )
  })
}

export function HitView({ hit, opened }: { hit: Hit; opened: () => void }) {
  const { ago } = useFormat()
  if (hit.source !== 'posts') return <NamedHit hit={hit} opened={opened} />
  return (
    <Link to={hit.path} onClick={opened} className="flex gap-3 px-4 py-3.5 hover:bg-soft">
      <span className="min-w-0 flex-1">
        <span className="block text-[16px] leading-6 font-semibold text-pretty">
          <Marked parts={hit.title} />
        </span>
        {hit.excerpt.length > 0 ? (
          <span className="mt-0.5 line-clamp-2 text-[14px] leading-[22px] break-words text-muted">
            <Marked parts={hit.excerpt} />
          </span>
        ) : null}
        <span className="mt-1 block truncate text-[13px] leading-5 text-muted">
          {[hit.note, hit.at ? ago(hit.at) : ''].filter(Boolean).join(' · ')}
        </span>
      </span>
      {hit.pictureUrl ? (
        <img
          src={hit.pictureUrl}
          alt=""
          width={76}
          height={76}
          loading="lazy"
          className="size-[76px] shrink-0 rounded-[10px] object-cover"
        />
      ) : null}
    </Link>
  )
}

export function NamedHit({ hit, opened }: { hit: Hit; opened: () => void }) {
  return (
    <Link
      to={hit.path}
      onClick={opened}
      className="flex min-h-[60px] items-center gap-3 px-4 py-2 hover:bg-soft"
    >
      <Face hit={hit} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-[15px] leading-6 font-medium">
          <Marked parts={hit.title} />
        </span>
        <span className="block truncate text-[13px] leading-5 text-muted">
          {hit.note}
          {hit.note && hit.excerpt.length > 0 ? ' · ' : ''}
          <Marked parts={hit.excerpt} />
        </span>
      </span>
      <Glyph name="right" size={18} className="text-muted" />
    </Link>
  )
}

/** People are circles, groups houses, topics a #, help a ?, posts a speech bubble. */
function Face({ hit }: { hit: Hit }) {
  const name = textOf(hit.title)
  if (hit.source === 'members') return <Avatar name={name} src={hit.pictureUrl} tintKey={hit.id} size={36} />
  if (hit.source === 'groups' && hit.pictureUrl)
    return (
      <img
        src={hit.pictureUrl}
        alt=""
        width={36}
        height={36}
        className="size-9 shrink-0 rounded-[28%] object-cover"
      />
    )
  if (hit.source === 'groups') return <HouseBadge tone="pine" name={[...name][0] ?? ''} size={36} />
  return (
    <span
      aria-hidden="true"
      className="grid size-9 shrink-0 place-items-center rounded-[10px] bg-pine-soft text-[17px] font-semibold text-pine"
    >
      {hit.source === 'topics' ? '#' : hit.source === 'help' ? '?' : <Glyph name="speech" size={18} />}
    </span>
  )
}
