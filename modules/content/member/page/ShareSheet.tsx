/** Passing a post on: its link, a poster to save, or whatever the phone offers. */
import Download from 'lucide-react/icons/image-down'
import LinkIcon from 'lucide-react/icons/link'
import Send from 'lucide-react/icons/send'
import { useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { reportShare, type ShareWay } from './attention.ts'
import type { PostPage } from './page.queries.ts'
import { words } from './page.words.ts'
import { SheetRow } from './SheetRow.tsx'

export default function ShareSheet({ post, close }: { post: PostPage; close: () => void }) {
  const t = useT()
  const tell = useToast()
  const { community } = useSession()
  const [busy, setBusy] = useState(false)
  const address = `${location.origin}/posts/${post.id}`
  const title = post.title || post.excerpt.slice(0, 40)
  const shared = (way: ShareWay) => {
    reportShare(post.id, way)
    close()
  }
  const copy = async () => {
    await copyText(address)
    tell(t(words.copied))
    shared('link')
  }
  const system = async () => {
    try {
      await navigator.share({ title, text: title, url: address })
      shared('system')
    } catch {
      // Thought better of it; nothing was shared.
    }
  }
  const save = async () => {
    if (busy) return
    setBusy(true)
    try {
      const { drawPoster } = await import('./poster.ts')
      const picture = await drawPoster({
        name: community.name,
        title,
        excerpt: post.title ? post.excerpt : '',
        author: post.author.gone ? t(words.gone) : post.author.name,
        place: [...new Set([post.group.name, post.board.name])].join(' · '),
        address,
        hint: t(words.posterHint),
        picture: post.media[0] ? `/files/${post.media[0].file}/medium` : undefined,
      })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(picture)
      link.download = `${title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40) || 'post'}.png`
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
      shared('poster')
    } catch {
      tell(t(words.posterFailed), 'bad')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open close={close} title={t(words.share)} about={t(words.shareAbout)}>
      <ul className="-mx-2">
        <SheetRow icon={<LinkIcon size={20} aria-hidden />} act={() => void copy()}>
          {t(words.copyLink)}
        </SheetRow>
        <SheetRow icon={<Download size={20} aria-hidden />} act={() => void save()}>
          {t(words.poster)}
        </SheetRow>
        {'share' in navigator ? (
          <SheetRow icon={<Send size={20} aria-hidden />} act={() => void system()}>
            {t(words.shareSystem)}
          </SheetRow>
        ) : null}
      </ul>
    </Sheet>
  )
}

/** The clipboard needs https; elsewhere a selected field is copied as in old times. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
  }
}
