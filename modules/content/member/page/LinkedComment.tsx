/** The comment that a link leads to: gone to when it is on the page, else shown above the others. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { CommentView } from './CommentView.tsx'
import { commentQuery, type PostPage } from './page.queries.ts'
import { words } from './page.words.ts'

export function LinkedComment({ post }: { post: PostPage }) {
  const t = useT()
  const id = useLinkedId()
  const [absent, setAbsent] = useState(false)
  const { data } = useQuery({ ...commentQuery(id ?? ''), enabled: id !== undefined && absent })
  useEffect(() => {
    setAbsent(false)
    if (id === undefined) return
    // The first page of comments is usually there within a moment.
    const timer = setTimeout(() => {
      const element = document.getElementById(`c${id}`)
      if (!element) return setAbsent(true)
      element.scrollIntoView({ block: 'center' })
      element.classList.add('linked')
    }, 400)
    return () => clearTimeout(timer)
  }, [id])
  if (!data || data.postId !== post.id) return null
  return (
    <section
      aria-label={t(words.linked)}
      className="rounded-card border border-pine bg-card px-4 pt-2 pb-1 md:px-7"
    >
      <p className="text-[13px] leading-5 text-pine">{t(words.linked)}</p>
      <CommentView post={post} comment={data} answered={() => undefined} />
    </section>
  )
}

const readHash = () => /^#c(\d{1,19})$/.exec(location.hash)?.[1]

/** The comment that the address names (`#c123`), also when it comes into being later. */
function useLinkedId(): string | undefined {
  const [id, setId] = useState(readHash)
  useEffect(() => {
    const changed = () => setId(readHash())
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  return id
}
