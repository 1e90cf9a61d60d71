import { importingWords } from '#ui/console/importing/importing.words.ts'
import { Card, Tag } from '#ui/console/Page.tsx'
import { Avatar } from '#ui/console/Person.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { PreviewedRow } from './imports.queries.ts'
import { importWords } from './imports.words.ts'

const shown = 6

/** The first people of the list as members. */
export function PreviewCard({
  rows,
  failure,
}: {
  rows: readonly PreviewedRow[]
  failure: string | undefined
}) {
  const t = useT()
  return (
    <Card
      title={t(importingWords.preview)}
      note={failure ? undefined : t(importWords.previewNote, { count: Math.min(shown, rows.length) })}
    >
      {failure ? (
        <p className="preview-failure" role="alert">
          <Icon name="warn" size={16} />
          {failure}
        </p>
      ) : (
        <ul className="preview">
          {rows.slice(0, shown).map((row) => (
            <PreviewedPerson key={row.row} row={row} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function PreviewedPerson({ row }: { row: PreviewedRow }) {
  const t = useT()
  const format = useFormat()
  const facts = [
    ...row.contacts.map(({ value, system }) => (system ? `${system} ${value}` : value)),
    row.city,
    row.joinedAt ? format.date(row.joinedAt) : '',
    ...row.fields.map(({ label, value }) => `${label} ${value}`),
  ].filter(Boolean)
  if (row.reasons.length > 0)
    return (
      <li className="refused">
        <Icon name="close" size={16} />
        <span>
          {t(importingWords.rowNumber, { row: row.row })}
          <small>{row.reasons.map(({ message }) => message).join(' · ')}</small>
        </span>
      </li>
    )
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
