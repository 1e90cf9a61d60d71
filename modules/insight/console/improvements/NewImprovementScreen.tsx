/** A new improvement: what was found on top, then what is done, then how it is judged. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { Card, Page } from '#ui/console/Page.tsx'
import { useSession } from '#ui/console/session.ts'
import { Failed, SkeletonPage } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { EvidenceView } from './EvidenceView.tsx'
import { ImprovementForm } from './ImprovementForm.tsx'
import { type Finding, findingQuery, makeImprovement } from './improvements.queries.ts'
import { improvementWords as words } from './improvements.words.ts'
import './improvements.css'

const kinds = ['signal', 'goal', 'question'] as const

export default function NewImprovementScreen() {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const of = kinds.find((kind) => search[kind] !== undefined)
  const query = useQuery({
    ...findingQuery(of ?? 'signal', String(search[of ?? 'signal'])),
    enabled: of !== undefined,
  })
  if (of && query.isPending) return <SkeletonPage />
  if (of && !query.data) return <Failed page error={query.error} retry={() => query.refetch()} />
  return (
    <NewImprovement
      {...(of && query.data ? { from: { of, id: String(search[of]), finding: query.data } } : {})}
    />
  )
}

interface From {
  readonly of: (typeof kinds)[number]
  readonly id: string
  readonly finding: Finding
}

function NewImprovement({ from }: { readonly from?: From }) {
  const t = useT()
  const client = useQueryClient()
  const navigate = useNavigate()
  const me = useSession().account?.id
  const [said, setSaid] = useState('')
  return (
    <Page title={t(words.newTitle)} lead={t(words.newLead)}>
      <div className="improvement-page">
        <Card title={t(words.foundTitle)} note={from ? t(words.evidenceKept) : undefined}>
          {from ? (
            <EvidenceView evidence={from.finding.evidence} />
          ) : (
            <Input.TextArea
              aria-label={t(words.foundWords)}
              placeholder={t(words.foundWords)}
              maxLength={300}
              autoSize={{ minRows: 3, maxRows: 6 }}
              value={said}
              onChange={({ target }) => setSaid(target.value)}
            />
          )}
        </Card>
        <Card>
          <ImprovementForm
            initial={{
              scope: from?.finding.scope ?? {},
              whom: from?.finding.scope ?? {},
              metric: from?.finding.metric ?? 'daily_actives',
              days: 28,
              ownerId: me ?? null,
            }}
            submit={async (fields) => {
              const made = await makeImprovement({
                ...fields,
                links: [],
                against: null,
                found: from ? { of: from.of, id: from.id } : { of: 'words', words: said.trim() },
              })
              await client.invalidateQueries({ queryKey: ['improvements'] })
              await navigate({ to: '/plan/improvements/$id', params: { id: made.id } })
            }}
          />
        </Card>
      </div>
    </Page>
  )
}
