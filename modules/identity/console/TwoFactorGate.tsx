import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Reveal } from '#ui/console/Reveal.tsx'
import { sessionQuery } from '#ui/console/session.ts'
import { useT } from '#ui/locale/locale.tsx'
import { accountQuery } from './account.queries.ts'
import { accountWords } from './account.words.ts'
import { TwoFactorSetup } from './TwoFactorSetup.tsx'

/** The security policy asks for a second factor: nothing opens before it is set up. */
export function TwoFactorGate() {
  const t = useT()
  return (
    <main className="alone">
      <div className="door-card">
        <h1>{t(accountWords.gate)}</h1>
        <p className="lead">{t(accountWords.gateLead)}</p>
        <Reveal rows={3}>
          <Setup />
        </Reveal>
      </div>
    </main>
  )
}

function Setup() {
  const client = useQueryClient()
  const { hasPassword } = useSuspenseQuery(accountQuery).data
  return (
    <TwoFactorSetup
      hasPassword={hasPassword}
      done={() => client.invalidateQueries({ queryKey: sessionQuery.queryKey })}
    />
  )
}
