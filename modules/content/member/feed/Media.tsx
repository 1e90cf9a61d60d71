/** Pictures of a post in a list: their room is kept before they come, and they come when they are near. */
import { useT } from '#ui/locale/locale.tsx'
import { FeedGlyph } from './FeedGlyph.tsx'
import type { PostCard } from './feed.queries.ts'
import { words } from './feed.words.ts'

type Medium = PostCard['media'][number]

export function Picture({
  medium,
  sizes,
  className = '',
  eager = false,
}: {
  medium: Medium
  sizes: string
  className?: string
  eager?: boolean
}) {
  const at = (size: string) => `/files/${medium.file}/${size}`
  return (
    <span className={`relative block overflow-hidden bg-soft ${className}`}>
      <img
        src={at('medium')}
        srcSet={`${at('small')} 320w, ${at('medium')} 960w`}
        sizes={sizes}
        alt={medium.alt}
        width={medium.width || undefined}
        height={medium.height || undefined}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : 'auto'}
        decoding="async"
        className="size-full object-cover"
      />
      {medium.kind === 'video' ? (
        <span className="absolute inset-0 grid place-items-center">
          <span className="grid size-12 place-items-center rounded-full bg-black/55 text-white">
            <FeedGlyph name="play" size={24} fill />
          </span>
        </span>
      ) : null}
    </span>
  )
}

/** One large, two or three beside each other, four as a square, more in threes with the rest as a number. */
export function Media({ media, eager }: { media: readonly Medium[]; eager?: boolean }) {
  const t = useT()
  const [first] = media
  if (!first) return null
  if (media.length === 1) {
    // Never narrower than 4:5 and never flatter than 2:1, so that no picture fills more than a screen.
    const ratio = Math.min(2, Math.max(0.8, first.width && first.height ? first.width / first.height : 4 / 3))
    return (
      <span className="block w-full" style={{ aspectRatio: ratio, maxHeight: 460 }}>
        <Picture
          medium={first}
          eager={eager ?? false}
          sizes="(min-width: 768px) 640px, 92vw"
          className="size-full rounded-[10px]"
        />
      </span>
    )
  }
  const shown = media.slice(
    0,
    media.length === 4 ? 4 : media.length < 4 ? 3 : media.length < 6 ? 3 : media.length < 9 ? 6 : 9,
  )
  const columns = shown.length === 2 || shown.length === 4 ? 'grid-cols-2' : 'grid-cols-3'
  return (
    <span
      className={`relative grid gap-1 overflow-hidden rounded-[10px] ${columns} ${shown.length === 4 ? 'max-w-[440px]' : ''}`}
    >
      {shown.map((medium, at) => (
        <Picture
          key={medium.file}
          medium={medium}
          eager={(eager ?? false) && at === 0}
          sizes={shown.length === 2 ? '(min-width: 768px) 320px, 46vw' : '(min-width: 768px) 213px, 31vw'}
          className="aspect-square"
        />
      ))}
      {media.length > shown.length ? (
        <span className="absolute right-2 bottom-2 rounded-full bg-black/60 px-2.5 py-0.5 text-[12px] leading-4 text-white">
          {t(words.pictures, { count: media.length })}
        </span>
      ) : null}
    </span>
  )
}
