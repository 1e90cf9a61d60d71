import { Person } from '#ui/console/Person.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Someone as SomeoneOf } from './merge.queries.ts'
import { mergeWords } from './merge.words.ts'

/** One of the two: who, from where, since when. */
export function Someone({ person }: { person: SomeoneOf }) {
  const t = useT()
  const format = useFormat()
  const facts = [person.city, `${t(mergeWords.joined)} ${format.date(person.joinedAt)}`].filter(Boolean)
  return (
    <Person
      id={person.id}
      memberId={person.id}
      name={person.nickname}
      url={person.avatarUrl}
      note={facts.join(' · ')}
    />
  )
}
