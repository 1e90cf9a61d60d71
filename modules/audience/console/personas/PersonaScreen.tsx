import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import { Spark } from '#ui/console/chart/Spark.tsx'
import { People } from '#ui/console/condition/People.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { PersonaEditor } from './PersonaEditor.tsx'
import { PersonaMark } from './PersonaMark.tsx'
import {
  type Persona,
  type Portrait,
  personaQuery,
  portraitQuery,
  removePersona,
} from './personas.queries.ts'
import { personaWords } from './personas.words.ts'
import './personas.css'

/** One kind of people: how many, what they share, who is the most like it, what they need and how we treat them. */
export default function PersonaScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const t = useT()
  const go = useNavigate()
  const client = useQueryClient()
  const persona = useSuspenseQuery(personaQuery(id)).data
  const portrait = useQuery(portraitQuery(id))
  const [editing, setEditing] = useState(false)
  const [listing, setListing] = useState(false)
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/members/personas">{t(personaWords.personas)}</Link>
          <Icon name="right" size={14} />
          <span>{persona.name}</span>
        </nav>
      }
      title={
        <span className="persona-title">
          <PersonaMark tone={persona.tone} />
          {persona.name}
        </span>
      }
      lead={persona.tagline}
      actions={
        <>
          <Button icon={<Icon name="members" size={16} />} onClick={() => setListing(true)}>
            {t(personaWords.openPeople)}
          </Button>
          {persona.can.edit && (
            <>
              <ActionButton
                thing={persona}
                action={{
                  name: personaWords.remove,
                  danger: true,
                  run: async ({ id: gone }) => {
                    await removePersona(gone)
                    client.invalidateQueries({ queryKey: ['personas'] })
                    go({ to: '/members/personas' })
                  },
                  confirm: ({ name }) => ({
                    title: personaWords.removeTitle,
                    values: { name },
                    detail: personaWords.removeDetail,
                    verb: personaWords.remove,
                  }),
                  done: personaWords.removed,
                }}
              />
              <Button type="primary" icon={<Icon name="edit" size={16} />} onClick={() => setEditing(true)}>
                {t(personaWords.edit)}
              </Button>
            </>
          )}
        </>
      }
    >
      <p className="persona-sentence">{persona.says}</p>
      <div className="split">
        <div className="stack">
          <Card title={t(personaWords.traits)} note={t(personaWords.traitsNote)}>
            {portrait.isPending && <SkeletonRows rows={5} />}
            {portrait.isError && <Failed error={portrait.error} retry={() => portrait.refetch()} />}
            {portrait.data && <Traits portrait={portrait.data} tone={persona.tone} />}
          </Card>
        </div>
        <div className="stack">
          <Size persona={persona} portrait={portrait.data} />
          {portrait.data?.typical && (
            <Card title={t(personaWords.typical)} note={t(personaWords.typicalNote)}>
              <Person
                id={portrait.data.typical.id}
                memberId={portrait.data.typical.id}
                name={portrait.data.typical.nickname}
                url={portrait.data.typical.avatarUrl}
                note={portrait.data.typical.city}
                size={40}
              />
            </Card>
          )}
          {portrait.data && portrait.data.middles.length > 0 && <Middles portrait={portrait.data} />}
          {persona.needs && <Said title={t(personaWords.needs)}>{persona.needs}</Said>}
          {persona.approach && <Said title={t(personaWords.approach)}>{persona.approach}</Said>}
        </div>
      </div>
      {editing && <PersonaEditor persona={persona} close={() => setEditing(false)} />}
      {listing && (
        <People
          definition={persona.definition}
          behind={{ node: 'who' }}
          title={persona.name}
          close={() => setListing(false)}
        />
      )}
    </Page>
  )
}

const Said = ({ title, children }: { title: string; children: string }) => (
  <Card title={title}>
    <p className="persona-said">{children}</p>
  </Card>
)

function Size({ persona, portrait }: { persona: Persona; portrait: Portrait | undefined }) {
  const t = useT()
  const format = useFormat()
  const members = portrait?.members ?? persona.sizes.at(-1)?.members
  const ofAll = portrait?.ofAll ?? persona.sizes.at(-1)?.ofAll ?? 0
  return (
    <Card title={t(personaWords.size)}>
      {persona.failure && <p className="small bad">{t(personaWords.failed, { reason: persona.failure })}</p>}
      <p className="persona-size">
        <span>
          <b className="persona-count">{members === undefined ? '–' : format.number(members)}</b>
          <span className="small muted">
            {members === undefined
              ? t(personaWords.counting)
              : t(personaWords.share, { share: format.percent(ofAll ? members / ofAll : 0) })}
          </span>
        </span>
        <Spark
          values={persona.sizes.map((size) => size.members)}
          width={120}
          height={36}
          colour={`var(--${persona.tone})`}
        />
      </p>
    </Card>
  )
}

function Traits({ portrait, tone }: { portrait: Portrait; tone: Persona['tone'] }) {
  const t = useT()
  const format = useFormat()
  if (portrait.traits.length === 0)
    return <Empty icon="person" title={t(personaWords.noTraits)} hint={t(personaWords.noTraitsHint)} />
  return (
    <ul className="traits">
      {portrait.traits.map((trait) => (
        <li key={`${trait.field}:${trait.value}`}>
          <span className="trait-name">
            <small className="muted">{trait.fieldLabel}</small>
            <b>{trait.label}</b>
          </span>
          <span className="trait-bars" aria-hidden="true">
            <i style={{ width: `${100 * trait.share}%`, background: `var(--${tone})` }} />
            <i style={{ width: `${100 * trait.shareOfAll}%` }} />
          </span>
          <span className="trait-line small">
            {t(personaWords.traitLine, {
              share: format.percent(trait.share),
              all: format.percent(trait.shareOfAll),
            })}
          </span>
          <b className="trait-lift">{t(personaWords.times, { lift: trait.lift.toFixed(1) })}</b>
        </li>
      ))}
    </ul>
  )
}

function Middles({ portrait }: { portrait: Portrait }) {
  const t = useT()
  const format = useFormat()
  const show = (value: number, type: 'number' | 'money') =>
    type === 'money'
      ? `¥${format.number(Math.round(value) / 100)}`
      : format.number(Math.round(value * 10) / 10)
  return (
    <Card title={t(personaWords.middles)}>
      <dl className="facts small">
        {portrait.middles.map((middle) => (
          <div key={middle.field} className="facts-row">
            <dt>{middle.fieldLabel}</dt>
            <dd>
              <b>{show(middle.median, middle.type)}</b>{' '}
              <span className="muted">
                {t(personaWords.middleLine, { all: show(middle.medianOfAll, middle.type) })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
