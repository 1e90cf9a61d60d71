import { Link } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import { Card } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { CarriedTag, Person } from './profile.queries.ts'
import { profileWords } from './profile.words.ts'

/** Tags under their headings; where each comes from is a hover away, and rules wear a mark. */
export function TagsCard({ person, add }: { readonly person: Person; readonly add: () => void }) {
  const t = useT()
  const groups = Object.entries(Object.groupBy(person.tagged, (tag) => tag.group ?? ''))
  const headed = groups.some(([name]) => name !== '')
  return (
    <Card
      title={t(profileWords.tags)}
      extra={
        person.can.tag && (
          <Button
            type="text"
            size="small"
            aria-label={t(profileWords.tags)}
            icon={<Icon name="plus" size={16} />}
            onClick={add}
          />
        )
      }
    >
      {person.tagged.length === 0 && <p className="muted small">{t(profileWords.noTags)}</p>}
      {groups.map(([name, tags]) => (
        <div key={name} className="tag-group">
          {headed && <h3>{name || t(profileWords.otherTags)}</h3>}
          <div className="member-tags">
            {tags?.map((tag) => (
              <Carried key={tag.id} tag={tag} />
            ))}
          </div>
        </div>
      ))}
    </Card>
  )
}

function Carried({ tag }: { readonly tag: CarriedTag }) {
  const t = useT()
  const format = useFormat()
  const when = format.date(tag.addedAt)
  const origin =
    tag.source === 'rule'
      ? t(profileWords.tagByRule)
      : tag.source === 'import'
        ? t(profileWords.tagImported, { when })
        : tag.addedBy
          ? t(profileWords.tagBy, { name: tag.addedBy, when })
          : t(profileWords.tagAt, { when })
  return (
    <Tooltip title={[tag.note, origin].filter(Boolean).join(' — ')}>
      <Link to="/members" search={{ tag: tag.name }} className={`carried carried-${tag.source}`}>
        {tag.source === 'rule' && <Icon name="filter" size={12} />}
        {tag.source === 'import' && <Icon name="upload" size={12} />}
        {tag.name}
      </Link>
    </Tooltip>
  )
}
