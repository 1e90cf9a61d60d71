import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { take } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import { memberWords } from './members.words.ts'
import './member.css'

interface Demo {
  readonly members: number
  readonly can: { readonly remove: boolean }
}

const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => take<Demo>(api.GET('/api/demo', { signal })),
})

/** Says that simulated people are among the members, and takes them out again. Nothing when there are none. */
export default function DemoCard() {
  const t = useT()
  const client = useQueryClient()
  const { data: demo } = useQuery(demoQuery)
  if (!demo?.can.remove) return null
  const remove: Action<Demo> = {
    name: memberWords.demoRemove,
    danger: true,
    confirm: ({ members }) => ({
      title: memberWords.demoRemoveTitle,
      values: { count: members },
      detail: memberWords.demoRemoveDetail,
      verb: memberWords.demoRemove,
      typed: String(members),
    }),
    run: async () => {
      await take<{ members: number }>(api.DELETE('/api/demo'))
      await client.invalidateQueries()
    },
    done: memberWords.demoRemoved,
  }
  return (
    <section>
      <h2 className="side-title">{t(memberWords.demoTitle)}</h2>
      <div className="card demo-card">
        <p className="muted">{t(memberWords.demoNote, { count: demo.members })}</p>
        <ActionButton action={remove} thing={demo} />
      </div>
    </section>
  )
}
