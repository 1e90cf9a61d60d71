import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, AutoComplete, Button } from 'antd'
import { useState } from 'react'
import { memberSearch } from '#ui/console/condition/queries.ts'
import { useSettled } from '#ui/console/condition/useSettled.ts'
import { Card } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { changeList, type ListedMember, listedQuery, type SegmentDetail } from './segments.queries.ts'
import { segmentWords } from './segments.words.ts'

/** Who is in it, latest entered first; a list is changed here by hand. */
export function SegmentMembers({ segment }: { segment: SegmentDetail }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { message } = App.useApp()
  const found = useInfiniteQuery(listedQuery(segment.id))
  const members = found.data?.pages.flatMap((page) => page.items) ?? []
  const change = async (changed: Parameters<typeof changeList>[1]) => {
    try {
      await changeList(segment.id, changed)
      await client.invalidateQueries({ queryKey: ['segments'] })
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <Card
      title={t(segmentWords.who)}
      note={t(segmentWords.whoNote)}
      extra={segment.can.list && <AddMember add={(id) => change({ add: [id] })} />}
    >
      {found.isPending && <SkeletonRows rows={6} />}
      {found.isError && members.length === 0 && <Failed error={found.error} retry={() => found.refetch()} />}
      {found.isSuccess && members.length === 0 && (
        <Empty
          icon="members"
          title={t(
            segment.computedAt === null && segment.definition
              ? segmentWords.waiting
              : segment.kind === 'dynamic'
                ? segmentWords.nobody
                : segmentWords.nobodyListed,
          )}
        />
      )}
      <ul className="seg-members">
        {members.map((member: ListedMember) => (
          <li key={member.id}>
            <Person
              id={member.id}
              memberId={member.id}
              name={member.nickname}
              url={member.avatarUrl}
              note={[member.city, t(segmentWords.since, { when: format.ago(member.since) })]
                .filter(Boolean)
                .join(' · ')}
            />
            {segment.can.list && (
              <Button
                type="text"
                size="small"
                aria-label={`${t(segmentWords.takeOff)}: ${member.nickname}`}
                icon={<Icon name="close" size={14} />}
                onClick={() => change({ remove: [member.id] })}
              />
            )}
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button block loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {t(segmentWords.more)}
        </Button>
      )}
    </Card>
  )
}

function AddMember({ add }: { add: (id: string) => void }) {
  const t = useT()
  const [text, setText] = useState('')
  const found = useQuery(memberSearch(useSettled(text.trim(), 250)))
  return (
    <AutoComplete
      className="seg-add"
      aria-label={t(segmentWords.addMember)}
      placeholder={t(segmentWords.addMember)}
      value={text}
      onChange={(typed: string | undefined) => setText(typed ?? '')}
      onSelect={(_, option: { key: string }) => {
        add(option.key)
        setText('')
      }}
      options={
        text
          ? found.data?.items.map((member) => ({
              key: member.id,
              value: member.nickname,
              label: [member.nickname, member.city].filter(Boolean).join(' · '),
            }))
          : []
      }
    />
  )
}
