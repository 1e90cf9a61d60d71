import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Definition } from '#ui/console/condition/condition.ts'
import { Page } from '#ui/console/Page.tsx'
import { Empty } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { MatrixCard } from './MatrixCard.tsx'
import { PersonaCard } from './PersonaCard.tsx'
import { PersonaEditor } from './PersonaEditor.tsx'
import { personasQuery } from './personas.queries.ts'
import { personaWords } from './personas.words.ts'
import './personas.css'

/** The kinds of people that make up the community, and the matrix in which new ones are found. */
export default function PersonasScreen() {
  const t = useT()
  const go = useNavigate()
  const { items, can } = useSuspenseQuery(personasQuery).data
  const [making, setMaking] = useState<{ definition?: Definition; name?: string }>()
  return (
    <Page
      title={t(personaWords.personas)}
      lead={t(personaWords.lead)}
      actions={
        can.edit && (
          <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setMaking({})}>
            {t(personaWords.define)}
          </Button>
        )
      }
    >
      {items.length === 0 ? (
        <div className="card">
          <Empty icon="person" title={t(personaWords.emptyTitle)} hint={t(personaWords.emptyHint)} />
        </div>
      ) : (
        <div className="persona-grid">
          {items.map((persona) => (
            <PersonaCard key={persona.id} persona={persona} />
          ))}
        </div>
      )}
      <div className="persona-matrix">
        <MatrixCard mayDefine={can.edit} define={(definition, name) => setMaking({ definition, name })} />
      </div>
      {making && (
        <PersonaEditor
          {...making}
          close={(made) => {
            setMaking(undefined)
            if (made) go({ to: '/members/personas/$id', params: { id: made.id } })
          }}
        />
      )}
    </Page>
  )
}
