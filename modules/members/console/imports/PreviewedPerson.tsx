import { Tag } from '#ui/console/Page.tsx'
import { Avatar } from '#ui/console/Person.tsx'
import { useFormat } from '#ui/locale/locale.tsx'
import type { PreviewedRow } from './imports.queries.ts'

/** A person of the list as the member he will be. */
export function PreviewedPerson({ row }: { row: PreviewedRow }) {
  const format = useFormat()
  const facts = [
    ...row.contacts.map(({ value, system }) => (system ? `${system} ${value}` : value)),
    row.city,
    row.joinedAt ? format.date(row.joinedAt) : '',
    ...row.fields.map(({ label, value }) => `${label} ${value}`),
  ].filter(Boolean)
  return (
    <li>
      <Avatar id={String(row.row)} name={row.nickname || '新'} size={28} />
      <span>
        {row.nickname || <span className="muted">—</span>}
        <small className="muted">{facts.join(' · ')}</small>
      </span>
      {row.tags.slice(0, 2).map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
    </li>
  )
}
