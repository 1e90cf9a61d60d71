/** A poll: choose, then see how others chose. One may change one's mind until it ends. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { type Poll, pollQuery, postQuery } from './page.queries.ts'
import { words } from './page.words.ts'

export function PollCard({ id }: { id: string }) {
  const { data } = useQuery(pollQuery(id))
  if (!data)
    return (
      <div className="mt-4 grid gap-3 rounded-card border border-line p-4">
        <Bone width="40%" />
        <Bone height={44} />
        <Bone height={44} />
      </div>
    )
  return <Ballot id={id} poll={data} />
}

function Ballot({ id, poll }: { id: string; poll: Poll }) {
  const t = useT()
  const format = useFormat()
  const tell = useToast()
  const client = useQueryClient()
  const voted = poll.options.some((option) => option.yours)
  const [changing, setChanging] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    poll.options.filter((option) => option.yours).map((option) => option.id),
  )
  const took = (answer: Poll) => {
    client.setQueryData(pollQuery(id).queryKey, answer)
    void client.invalidateQueries({ queryKey: postQuery(id).queryKey })
    setChanging(false)
  }
  const vote = useMutation({
    mutationFn: (optionIds: readonly string[]) =>
      ask(
        api.PUT('/api/site/posts/{id}/poll', {
          params: { path: { id } },
          body: { optionIds: [...optionIds] },
        }),
      ),
    onSuccess: took,
    onError: (error) => tell(error.message, 'bad'),
  })
  const end = useMutation({
    mutationFn: () => ask(api.DELETE('/api/site/posts/{id}/poll', { params: { path: { id } } })),
    onSuccess: took,
    onError: (error) => tell(error.message, 'bad'),
  })
  const choosing = poll.can.vote && (!voted || changing)
  const many = poll.choices > 1
  const choose = (option: string) =>
    setChosen((before) =>
      many
        ? before.includes(option)
          ? before.filter((each) => each !== option)
          : before.length < poll.choices
            ? [...before, option]
            : before
        : [option],
    )
  return (
    <fieldset className="mt-4 rounded-card border border-line px-4 pt-3 pb-3.5">
      <legend className="sr-only">{poll.question || t(words.poll)}</legend>
      <p aria-hidden className="text-[16px] leading-6 font-semibold">
        {poll.question || t(words.poll)}
      </p>
      <p className="text-[13px] leading-5 text-muted">
        {many ? t(words.pollMany, { count: poll.choices }) : t(words.pollOne)}
        {' · '}
        {t(words.voters, { count: poll.voters })}
        {poll.open && poll.closesAt
          ? ` · ${t(words.pollEnds, { time: format.dateTime(poll.closesAt) })}`
          : ''}
        {poll.open ? '' : ` · ${t(words.pollEnded)}`}
      </p>
      <div className="grid gap-2 pt-3">
        {poll.options.map((option) =>
          choosing ? (
            <label
              key={option.id}
              className="flex min-h-11 cursor-pointer items-center gap-3 rounded-[10px] border border-line px-3.5 py-2 text-[15px] leading-6 hover:bg-soft has-checked:border-pine has-checked:bg-pine-soft"
            >
              <input
                type={many ? 'checkbox' : 'radio'}
                name={`poll-${id}`}
                checked={chosen.includes(option.id)}
                onChange={() => choose(option.id)}
                className={many ? 'tick' : 'tick rounded-full!'}
              />
              {option.label}
            </label>
          ) : (
            <Outcome key={option.id} option={option} />
          ),
        )}
      </div>
      {!choosing && poll.options.every((option) => option.votes === null) ? (
        <p className="pt-2 text-[13px] leading-5 text-muted">
          {t(poll.shown === 'closed' ? words.pollLater : words.pollHidden)}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2 pt-3 empty:hidden">
        {choosing ? (
          <Button
            look="solid"
            disabled={chosen.length === 0}
            sending={vote.isPending}
            onClick={() => vote.mutate(chosen)}
          >
            {t(words.vote)}
          </Button>
        ) : null}
        {choosing && voted ? (
          <>
            <Button look="quiet" onClick={() => setChanging(false)}>
              {t(words.cancel)}
            </Button>
            <Button look="quiet" sending={vote.isPending} onClick={() => vote.mutate([])}>
              {t(words.voteBack)}
            </Button>
          </>
        ) : null}
        {!choosing && voted && poll.can.vote ? (
          <Button look="quiet" onClick={() => setChanging(true)}>
            {t(words.voteAgain)}
          </Button>
        ) : null}
        {poll.can.close && poll.open ? (
          <Button look="quiet" sending={end.isPending} onClick={() => end.mutate()}>
            {t(words.pollClose)}
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}

function Outcome({ option }: { option: Poll['options'][number] }) {
  const t = useT()
  const format = useFormat()
  const share = option.share ?? 0
  return (
    <div className="relative overflow-hidden rounded-[10px] border border-line px-3.5 py-2">
      <span
        aria-hidden
        className={`absolute inset-y-0 left-0 ${option.yours ? 'bg-pine-soft' : 'bg-soft'}`}
        style={{ width: `${share * 100}%` }}
      />
      <span className="relative flex min-h-7 items-center justify-between gap-3 text-[15px] leading-6">
        <span className={option.yours ? 'font-medium' : ''}>
          {option.label}
          {option.yours ? <span className="ml-2 text-[13px] text-pine">{t(words.yours)}</span> : null}
        </span>
        {option.votes !== null ? (
          <span className="shrink-0 text-[14px] text-muted">
            {format.percent(share)} · {format.number(option.votes)}
          </span>
        ) : null}
      </span>
    </div>
  )
}
