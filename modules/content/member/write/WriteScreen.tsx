/** `/write`: a new post, or a draft that was begun on any device. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { topicName } from '#base/html/tokens.ts'
import { api, newKey } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { buttonClass } from '#ui/member/Button.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { Composer } from './Composer.tsx'
import { composeWords as words } from './compose.words.ts'
import { storeOf } from './draft-store.ts'
import { beginWith, type Draft, type DraftWords, type KeptDraft, openDraft } from './drafts.ts'
import { readKept, sweepKept } from './editor/keep.ts'
import { pollToSend } from './PollEditor.tsx'
import { useStaleness } from './sent.ts'
import { emptyPoll, type Kind } from './shapes.ts'
import { type Board, boardsQuery, draftQuery } from './write.queries.ts'

interface Asked {
  readonly board?: string | number
  readonly group?: string
  readonly kind?: string
  readonly topic?: string
  readonly title?: string
  readonly draft?: string | number
}

export default function WriteScreen() {
  const t = useT()
  const asked = useSearch({ strict: false }) as Asked
  const draftId = asked.draft === undefined ? undefined : String(asked.draft)
  const [opened] = useState(draftId)
  // The address takes the draft's name when it gets one; the composer that is open goes on.
  const [key, setKey] = useState(0)
  useEffect(() => {
    if (draftId !== undefined && draftId !== opened && !begun.has(draftId)) setKey((now) => now + 1)
  }, [draftId, opened])
  return (
    <Suspense
      fallback={
        <>
          <PageHead title={t(words.write)} back="/" />
          <Skeleton lines={8} />
        </>
      }
    >
      <Loaded key={key} asked={asked} draftId={key === 0 ? opened : draftId} />
    </Suspense>
  )
}

/** Drafts that the composer on this page began itself. */
const begun = new Set<string>()

function Loaded({ asked, draftId }: { asked: Asked; draftId: string | undefined }) {
  const t = useT()
  const boards = useSuspenseQuery(boardsQuery).data.items
  if (boards.length === 0)
    return (
      <>
        <PageHead title={t(words.write)} back="/" />
        <Empty
          title={t(words.noneTitle)}
          action={
            <Link to="/groups" className={buttonClass('solid')}>
              {t(words.findGroups)}
            </Link>
          }
        >
          {t(words.noneBody)}
        </Empty>
      </>
    )
  return draftId ? (
    <OfDraft boards={boards} asked={asked} draftId={draftId} />
  ) : (
    <Open boards={boards} asked={asked} server={undefined} />
  )
}

function OfDraft({ boards, asked, draftId }: { boards: readonly Board[]; asked: Asked; draftId: string }) {
  const { data } = useSuspenseQuery(draftQuery(draftId))
  return <Open boards={boards} asked={asked} server={data as unknown as Draft} />
}

function Open({
  boards,
  asked,
  server,
}: {
  boards: readonly Board[]
  asked: Asked
  server: Draft | undefined
}) {
  const t = useT()
  const tell = useToast()
  const { dateTime } = useFormat()
  const navigate = useNavigate()
  const router = useRouter()
  const stale = useStaleness()
  const me = useSession().member?.id ?? ''
  const place = `${me}.write`
  const [{ start, draft, restored }] = useState(() => {
    const found = beginWith(readKept<KeptDraft>(place)?.value, server)
    const opened = openDraft(
      storeOf(place, null, (id) => {
        begun.add(id)
        void navigate({ to: '/write', search: { draft: Number(id) }, replace: true, ignoreBlocker: true })
      }),
      { id: server?.id, revision: server?.revision, newer: found?.newer },
    )
    return {
      start: found?.words ?? freshWords(boards, asked),
      draft: opened,
      restored: found?.restored ?? false,
    }
  })
  useEffect(() => {
    sweepKept()
    if (restored) tell(t(words.restored))
  }, [restored, tell, t])
  const [sendKey] = useState(newKey)

  const send = async (
    { boardId, kind, title, document, extras }: DraftWords,
    draftId: string | undefined,
  ) => {
    const poll = kind === 'poll' ? pollToSend(extras.poll ?? emptyPoll) : undefined
    const { id, state, because } = await ask(
      api.POST('/api/site/posts', {
        headers: { 'idempotency-key': sendKey },
        body: {
          boardId: boardId ?? '',
          kind,
          title,
          document: document as never,
          columnId: extras.columnId ?? null,
          publishAt: extras.publishAt ?? null,
          poll: poll ? { ...poll, options: [...poll.options] } : null,
          draftId: draftId ?? null,
        },
      }),
    )
    draft.end()
    stale()
    if (state === 'scheduled') tell(t(words.scheduled, { time: dateTime(extras.publishAt ?? 0) }))
    else if (state === 'pending') tell(because ? t(words.pending, { because }) : t(words.pendingPlain))
    else tell(t(words.published))
    await navigate({ to: '/posts/$id', params: { id }, replace: true, ignoreBlocker: true })
  }
  return (
    <Composer
      boards={boards}
      start={start}
      draft={draft}
      send={send}
      back={() => (router.history.canGoBack() ? router.history.back() : void navigate({ to: '/' }))}
    />
  )
}

/** What the address asks for: a board or the first of a group, a kind, a title, a topic. */
function freshWords(boards: readonly Board[], asked: Asked): DraftWords {
  const board =
    boards.find(({ id }) => id === String(asked.board ?? '')) ??
    boards.find(({ group }) => group.slug === asked.group) ??
    (boards.length === 1 ? boards[0] : undefined)
  const kinds = board?.kinds ?? [...new Set(boards.flatMap((one) => one.kinds))]
  const wanted = kinds.find((kind) => kind === asked.kind)
  const kind: Kind = wanted ?? (kinds.includes('discussion') ? 'discussion' : (kinds[0] ?? 'discussion'))
  const topic = typeof asked.topic === 'string' && topicName.test(asked.topic) ? asked.topic : undefined
  return {
    boardId: board?.id ?? null,
    kind,
    title: typeof asked.title === 'string' ? asked.title.slice(0, 120) : '',
    document: {
      type: 'doc',
      content: topic
        ? [
            {
              type: 'paragraph',
              content: [
                { type: 'hashtag', attrs: { tag: topic } },
                { type: 'text', text: ' ' },
              ],
            },
          ]
        : [],
    },
    extras: {},
  }
}
