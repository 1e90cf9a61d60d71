import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Card, Tag } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type HeldField, type Person, revealField } from './profile.queries.ts'
import { profileWords } from './profile.words.ts'
import { Sealed } from './Sealed.tsx'
import { useShown } from './ShownValue.tsx'
import { sourceWords } from './sourceWords.ts'

/** What is known of the person, each with where it comes from; what is empty is one line, not a wall of dashes. */
export function FieldsCard({ person, edit }: { readonly person: Person; readonly edit: () => void }) {
  const t = useT()
  const may = useMay()
  const [all, setAll] = useState(false)
  const known = person.fields.filter((field) => field.value !== null || field.masked !== null)
  const empty = person.fields.filter((field) => !known.includes(field))
  const editable = person.can.edit
  return (
    <Card
      title={t(profileWords.fields)}
      extra={
        editable && (
          <Button
            type="text"
            size="small"
            aria-label={t(profileWords.edit)}
            icon={<Icon name="edit" size={16} />}
            onClick={edit}
          />
        )
      }
    >
      {person.bio && <p className="member-bio">{person.bio}</p>}
      {person.fields.length === 0 && (
        <p className="muted small">
          {t(profileWords.noFields)}{' '}
          {may('members.fields') && <Link to="/settings/fields">{t(profileWords.defineFields)}</Link>}
        </p>
      )}
      <dl className="known">
        {known.map((field) => (
          <Known key={field.key} person={person} field={field} />
        ))}
        {all &&
          empty.map((field) => (
            <div key={field.key}>
              <dt>{field.label}</dt>
              <dd className="muted">{t(profileWords.unknown)}</dd>
            </div>
          ))}
      </dl>
      {!all && empty.length > 0 && (
        <Button type="link" size="small" className="known-more" onClick={() => setAll(true)}>
          {t(profileWords.more, { count: empty.length })}
        </Button>
      )}
    </Card>
  )
}

function Known({ person, field }: { readonly person: Person; readonly field: HeldField }) {
  const t = useT()
  const format = useFormat()
  const shown = useShown()
  return (
    <div>
      <dt>
        {field.label}
        {field.sensitive && <Tag tone="plum">{t(profileWords.sensitive)}</Tag>}
      </dt>
      <dd>
        {field.masked === null ? (
          shown(field, field.value)
        ) : (
          <Sealed
            masked={field.masked}
            what={field.label}
            reveal={
              field.can.reveal ? async () => shown(field, await revealField(person.id, field.key)) : undefined
            }
          />
        )}
        {field.source && field.setAt && (
          <small className="muted">
            {t(sourceWords(field.source, field.setBy), { name: field.setBy ?? '' })} ·{' '}
            {format.ago(field.setAt)}
          </small>
        )}
      </dd>
    </div>
  )
}
