import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useT } from '#ui/locale/locale.tsx'
import { Person } from '../Person.tsx'
import { Empty, Failed, SkeletonRows } from '../states.tsx'
import type { Definition } from './condition.ts'
import { type Behind, peopleQuery } from './queries.ts'
import { showWords } from './show.words.ts'
import './show.css'

interface Props {
  readonly definition: Definition
  readonly behind: Behind
  readonly title: string
  readonly close: () => void
}

/** The people behind a number. */
export function People({ definition, behind, title, close }: Props) {
  const t = useT()
  const found = useInfiniteQuery(peopleQuery(definition, behind))
  const people = found.data?.pages.flatMap((page) => page.items) ?? []
  const note =
    'oneShort' in behind
      ? t(showWords.listShort)
      : 'step' in behind
        ? t(showWords.listStep)
        : t(behind.node === 'who' ? showWords.listAll : showWords.listNode)
  return (
    <Drawer open onClose={close} title={title} size={420}>
      <p className="muted small">{note}</p>
      {found.isPending && <SkeletonRows rows={6} />}
      {found.isError && people.length === 0 && <Failed error={found.error} retry={() => found.refetch()} />}
      {found.isSuccess && people.length === 0 && <Empty icon="members" title={t(showWords.listEmpty)} />}
      <ul className="cb-people">
        {people.map((person) => (
          <li key={person.id}>
            <Person id={person.id} memberId={person.id} name={person.nickname} url={person.avatarUrl} />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button block loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {t(showWords.loadMore)}
        </Button>
      )}
    </Drawer>
  )
}
