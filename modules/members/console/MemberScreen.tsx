import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Copyable } from '#ui/console/Copyable.tsx'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { Avatar } from '#ui/console/Person.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { channelName } from './channel.ts'
import { type MemberProfile, memberQuery, tagsQuery } from './members.queries.ts'
import { memberWords } from './members.words.ts'
import { TagDialog } from './TagDialog.tsx'
import { Timeline } from './Timeline.tsx'
import './member.css'

const day = 86_400_000

/** One person: who it is at a glance, what happened, how they came. */
export default function MemberScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const client = useQueryClient()
  const member = useSuspenseQuery(memberQuery(id)).data
  const known = useQuery(tagsQuery).data?.items ?? []
  const [tagging, setTagging] = useState<'add' | 'remove'>()
  const days = Math.max(1, Math.ceil((now() - Date.parse(member.joinedAt)) / day))
  const facts = [
    t(memberWords.joinedDays, { days }),
    member.city,
    t(channelName(member.channel)),
    member.lastSeenAt
      ? t(memberWords.seenAgo, { when: format.ago(member.lastSeenAt) })
      : t(memberWords.neverSeen),
  ].filter(Boolean)

  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/members">{t(memberWords.members)}</Link>
          <Icon name="right" size={14} />
          <span>{member.nickname}</span>
        </nav>
      }
      title={
        <span className="member-name">
          <Avatar id={member.id} name={member.nickname} url={member.avatarUrl} size={44} />
          {member.nickname}
        </span>
      }
      lead={facts.join(' · ')}
      actions={
        member.can.tag && (
          <>
            {member.tags.length > 0 && (
              <Button onClick={() => setTagging('remove')}>{t(memberWords.removeTags)}</Button>
            )}
            <Button type="primary" icon={<Icon name="tag" size={16} />} onClick={() => setTagging('add')}>
              {t(memberWords.addTags)}
            </Button>
          </>
        )
      }
    >
      <div className="split">
        <Card title={t(memberWords.timeline)} note={t(memberWords.timelineNote)}>
          <Timeline memberId={member.id} />
        </Card>
        <div className="stack">
          <About member={member} />
          <Source member={member} />
        </div>
      </div>
      {tagging && (
        <TagDialog
          members={[member]}
          mode={tagging}
          known={known.map((tag) => tag.name)}
          close={(changed) => {
            setTagging(undefined)
            if (changed) client.invalidateQueries({ queryKey: ['members'] })
          }}
        />
      )}
    </Page>
  )
}

function About({ member }: { member: MemberProfile }) {
  const t = useT()
  return (
    <Card title={t(memberWords.about)}>
      {member.bio && <p className="member-bio">{member.bio}</p>}
      <div className="member-tags">
        {member.tags.length === 0 && <span className="muted small">{t(memberWords.noTags)}</span>}
        {member.tags.map((tag) => (
          <Link key={tag} to="/members" search={{ tag }}>
            <Tag tone="pine">{tag}</Tag>
          </Link>
        ))}
      </div>
      <p className="field-label muted">{t(memberWords.memberToken)}</p>
      <Copyable value={member.token} label={t(memberWords.memberToken)} />
    </Card>
  )
}

function Source({ member }: { member: MemberProfile }) {
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
    </Card>
  )
}
