/** A product, an activity: what it is, what it costs, and one button. */
import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import type { PostPage } from './page.queries.ts'
import { words } from './page.words.ts'

export function ThingCard({ thing }: { thing: PostPage['cards'][number] }) {
  const t = useT()
  const ours = thing.path.startsWith('/')
  return (
    <div className="flex items-stretch overflow-hidden rounded-card border border-line bg-card text-[14px] leading-[22px]">
      {thing.pictureUrl ? (
        <img
          src={thing.pictureUrl}
          alt=""
          loading="lazy"
          width={104}
          height={104}
          className="w-[104px] shrink-0 object-cover"
        />
      ) : null}
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
        <div className="min-w-[10em] flex-1">
          <strong className="block text-[16px] leading-6 font-semibold">{thing.title}</strong>
          <span className="block text-muted">{thing.note}</span>
          {thing.price ? <span className="block font-semibold text-clay-text">{thing.price}</span> : null}
        </div>
        {thing.ended ? (
          <span className="text-muted">{t(words.ended)}</span>
        ) : ours ? (
          <Link to={thing.path} className={buttonClass('plain')}>
            {thing.act}
          </Link>
        ) : (
          <a
            href={thing.path}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className={buttonClass('plain')}
          >
            {thing.act}
          </a>
        )}
      </div>
    </div>
  )
}
