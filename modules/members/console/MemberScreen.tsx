import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Copyable } from '#ui/console/Copyable.tsx'
import { useMemberPanels } from '#ui/console/contributions.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { Avatar } from '#ui/console/Person.tsx'
import { Reveal } from '#ui/console/Reveal.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { channelName } from './channel.ts'
import { tagsQuery } from './members.queries.ts'
import { memberWords } from './members.words.ts'
import { AccountCard } from './profile/AccountCard.tsx'
import { ContactsCard } from './profile/ContactsCard.tsx'
import { EditDialog } from './profile/EditDialog.tsx'
import { FieldsCard } from './profile/FieldsCard.tsx'
import { NotesCard } from './profile/NotesCard.tsx'
import { OwnerDialog } from './profile/OwnerDialog.tsx'
import { type Person, personQuery } from './profile/profile.queries.ts'
import { profileWords } from './profile/profile.words.ts'
import { TagsCard } from './profile/TagsCard.tsx'
import { TagDialog } from './TagDialog.tsx'
import { Timeline } from './Timeline.tsx'
import './member.css'
import './profile/profile.css'

const day = 86_400_000

/** One person, all round: who it is at a glance, what the team knows and noted, what happened, how they came. */
export default function MemberScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const client = useQueryClient()
  const person = useSuspenseQuery(personQuery(id)).data
  const known = useQuery(tagsQuery).data?.items ?? []
  const [open, setOpen] = useState<'tags' | 'untag' | 'edit' | 'owner'>()
  const days = Math.max(1, Math.ceil((now() - Date.parse(person.joinedAt)) / day))
  const facts = [
    t(memberWords.joinedDays, { days }),
    person.city,
    t(channelName(person.channel)),
    person.lastSeenAt
      ? t(memberWords.seenAgo, { when: format.ago(person.lastSeenAt) })
      : t(memberWords.neverSeen),
  ].filter(Boolean)
  const close = (changed: boolean) => {
    setOpen(undefined)
    if (changed) client.invalidateQueries({ queryKey: ['members'] })
  }

  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/members">{t(memberWords.members)}</Link>
          <Icon name="right" size={14} />
          <span>{person.nickname}</span>
        </nav>
      }
      title={
        <span className="member-name">
          <Avatar id={person.id} name={person.nickname} url={person.avatarUrl} size={44} />
          {person.nickname}
        </span>
      }
      lead={facts.join(' · ')}
      actions={
        person.can.tag && (
          <>
            {person.tags.length > 0 && (
              <Button onClick={() => setOpen('untag')}>{t(memberWords.removeTags)}</Button>
            )}
            <Button icon={<Icon name="edit" size={16} />} onClick={() => setOpen('edit')}>
              {t(profileWords.edit)}
            </Button>
            <Button type="primary" icon={<Icon name="tag" size={16} />} onClick={() => setOpen('tags')}>
              {t(memberWords.addTags)}
            </Button>
          </>
        )
      }
    >
      {/* The timeline has no end: on a phone it comes after everything else. */}
      <div className="all-round">
        <div className="stack all-round-main">
          <NotesCard person={person} />
          <Panels place="main" memberId={person.id} />
        </div>
        <div className="stack all-round-side">
          <OwnerCard person={person} change={() => setOpen('owner')} />
          <FieldsCard person={person} edit={() => setOpen('edit')} />
          <ContactsCard person={person} />
          <TagsCard person={person} add={() => setOpen('tags')} />
          <Panels place="side" memberId={person.id} />
          <AccountCard person={person} />
          <Source member={person} />
        </div>
        <div className="all-round-time">
          <Card title={t(memberWords.timeline)} note={t(memberWords.timelineNote)}>
            <Timeline memberId={person.id} />
          </Card>
        </div>
      </div>
      {(open === 'tags' || open === 'untag') && (
        <TagDialog
          members={[person]}
          mode={open === 'tags' ? 'add' : 'remove'}
          known={known.map((tag) => tag.name)}
          close={close}
        />
      )}
      {open === 'edit' && <EditDialog person={person} close={close} />}
      {open === 'owner' && <OwnerDialog members={[person]} now={person.owner?.accountId} close={close} />}
    </Page>
  )
}

/** What other modules show of the person. */
function Panels({ place, memberId }: { readonly place: 'main' | 'side'; readonly memberId: string }) {
  return useMemberPanels(place).map(({ Panel, key }) => (
    <Reveal key={key} rows={3}>
      <Panel memberId={memberId} />
    </Reveal>
  ))
}

function OwnerCard({ person, change }: { readonly person: Person; readonly change: () => void }) {
  const t = useT()
  const format = useFormat()
  const { owner } = person
  return (
    <Card>
      <div className="owner-line">
        <span className="person">
          {owner && <Avatar id={owner.accountId} name={owner.name} size={28} />}
          <span className="person-text">
            <span className={owner ? 'person-name' : 'muted'}>
              {owner ? owner.name : t(profileWords.noOwner)}
            </span>
            <small>
              {t(profileWords.owner)}
              {owner && ` · ${t(profileWords.ownerSince, { when: format.date(owner.since) })}`}
            </small>
          </span>
        </span>
        {person.can.edit && (
          <Button type="text" size="small" onClick={change}>
            {t(profileWords.setOwner)}
          </Button>
        )}
      </div>
    </Card>
  )
}

function Source({ member }: { readonly member: Person }) {
  const t = useT()
  const format = useFormat()
  const { source } = member
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t(memberWords.joined), format.dateTime(member.joinedAt)],
    [t(memberWords.channel), t(channelName(source.channel ?? member.channel))],
    [t(memberWords.referrer), source.referrer],
    [t(memberWords.landing), source.landing],
    [t(memberWords.utm), source.utm && Object.values(source.utm).join(' / ')],
  ]
  return (
    <Card title={t(memberWords.source)}>
      <dl className="facts small">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className="facts-row">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p className="field-label muted">{t(memberWords.memberToken)}</p>
      <Copyable value={member.token} label={t(memberWords.memberToken)} />
    </Card>
  )
}
