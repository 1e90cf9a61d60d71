/** One post with everything that was said to it. The page people spend most time on: words first. */
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { useLive } from '#ui/member/live.ts'
import { isProblem } from '#ui/member/problem.ts'
import { Bone } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { useReading } from './attention.ts'
import { Comments } from './Comments.tsx'
import { PollCard } from './PollCard.tsx'
import { PostActions } from './PostActions.tsx'
import { PostAside } from './PostAside.tsx'
import { PostHead } from './PostHead.tsx'
import { PostNotices } from './PostNotices.tsx'
import { commentsQuery, type PostPage, pollQuery, postQuery } from './page.queries.ts'
import { words } from './page.words.ts'
import { Words } from './Words.tsx'

/** What the page begins with came in its HTML. @public: the router finds it by its name. */
export async function prepare(client: QueryClient, { id = '' }: Readonly<Record<string, string>>) {
  const post = await client.ensureQueryData(postQuery(id)).catch(() => undefined)
  if (!post) return
  await Promise.all([
    client.ensureInfiniteQueryData(commentsQuery(id, 'best')),
    post.poll ? client.ensureQueryData(pollQuery(id)) : undefined,
  ]).catch(() => undefined)
}

export default function PostScreen() {
  const t = useT()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, isPending, refetch } = useQuery({
    ...postQuery(id),
    retry: (count, problem) => count < 2 && !(isProblem(problem) && problem.status === 404),
  })
  if (isPending) return <Waiting />
  if (!data)
    return (
      <div className="mx-auto max-w-[720px]">
        <Back />
        <h1 tabIndex={-1} className="sr-only">
          {t(words.post)}
        </h1>
        {isProblem(error) && error.status === 404 ? (
          <div className="rounded-card border border-line bg-card py-6">
            <Empty
              title={t(words.missing)}
              action={
                <Link to="/" className={buttonClass('solid')}>
                  {t(words.toHome)}
                </Link>
              }
            >
              {t(words.missingBody)}
            </Empty>
          </div>
        ) : (
          <ErrorCard error={error} retry={() => void refetch()} />
        )}
      </div>
    )
  return <Post key={data.id} post={data} />
}

function Post({ post }: { post: PostPage }) {
  const t = useT()
  const { community } = useSession()
  const text = useRef<HTMLDivElement>(null)
  useReading(post.id, text)
  useEffect(() => {
    const name = post.title || post.excerpt.slice(0, 40) || t(words.post)
    document.title = `${name} · ${community.name}`
  }, [post.title, post.excerpt, community.name, t])
  // Counters and states come at once; new comments wait to be asked for, so that nothing jumps under the eyes.
  useLive()
  if (post.mergedInto) return <Merged into={post.mergedInto} />
  return (
    <div className="mx-auto max-w-[1080px] items-start gap-6 lg:grid lg:grid-cols-[minmax(0,720px)_minmax(0,1fr)]">
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
        <Back slug={post.group.slug} name={post.group.name} />
        <article className="-mt-4 rounded-card border border-line bg-card px-4 pt-4 pb-1 md:px-7 md:pt-6">
          <PostNotices post={post} />
          <PostHead post={post} />
          <div ref={text} className="pt-3">
            <Words html={post.html} cards={post.cards} large />
          </div>
          {post.poll ? <PollCard id={post.id} /> : null}
          {post.topics.length > 0 ? (
            <ul className="flex flex-wrap gap-2 pt-4">
              {post.topics.map((name) => (
                <li key={name}>
                  <Link
                    to="/topics/$name"
                    params={{ name }}
                    className="inline-flex min-h-9 items-center rounded-full border border-line px-3.5 text-[14px] hover:bg-soft"
                  >
                    #{name}
                  </Link>
                </li>
              ))}
            </ul>
          ) : null}
          <PostActions post={post} />
        </article>
        <Comments post={post} />
      </div>
      <PostAside post={post} />
    </div>
  )
}

function Back({ slug, name }: { slug?: string; name?: string }) {
  const t = useT()
  const router = useRouter()
  // The way one came keeps its place in the list; who came from outside goes to the group.
  const cameFromHere = router.history.canGoBack()
  const className =
    '-ml-2.5 inline-flex min-h-11 items-center gap-0.5 rounded-[10px] pr-3 pl-1 text-[14px] text-muted hover:text-ink'
  const inside = (
    <>
      <Glyph name="left" size={22} />
      {name ?? t(words.post)}
    </>
  )
  return (
    <div>
      {cameFromHere ? (
        <button type="button" onClick={() => router.history.back()} className={className}>
          {inside}
        </button>
      ) : (
        <Link to={slug ? '/groups/$slug' : '/'} params={slug ? { slug } : {}} className={className}>
          {inside}
        </Link>
      )}
    </div>
  )
}

function Merged({ into }: { into: string }) {
  const t = useT()
  return (
    <div className="mx-auto max-w-[720px] rounded-card border border-line bg-card py-6">
      <h1 tabIndex={-1} className="sr-only">
        {t(words.post)}
      </h1>
      <Empty
        title={t(words.merged)}
        action={
          <Link to="/posts/$id" params={{ id: into }} className={buttonClass('solid')}>
            {t(words.toMerged)}
          </Link>
        }
      />
    </div>
  )
}

function Waiting() {
  const t = useT()
  return (
    <div className="mx-auto grid max-w-[1080px] gap-4" aria-busy="true">
      <Back />
      <h1 tabIndex={-1} className="sr-only">
        {t(words.post)}
      </h1>
      <div className="-mt-4 grid max-w-[720px] gap-4 rounded-card border border-line bg-card p-4 md:p-7">
        <div className="flex items-center gap-3">
          <Bone width={40} height={40} round />
          <div className="grid flex-1 gap-2">
            <Bone width="32%" />
            <Bone width="48%" height={12} />
          </div>
        </div>
        <Bone width="78%" height={24} />
        <Bone />
        <Bone width="94%" />
        <Bone height={220} />
        <Bone width="66%" />
      </div>
    </div>
  )
}
