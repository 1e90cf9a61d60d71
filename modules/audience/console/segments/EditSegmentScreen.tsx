import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { SegmentEditor } from './SegmentEditor.tsx'
import { segmentQuery } from './segments.queries.ts'

/** The conditions of a segment. Lists have none. */
export default function EditSegmentScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const navigate = useNavigate()
  const client = useQueryClient()
  const segment = useSuspenseQuery(segmentQuery(id)).data
  if (segment.kind === 'static' || !segment.definition)
    return <Navigate to="/segments/$id" params={{ id }} replace />
  return (
    <SegmentEditor
      // Another version is another beginning.
      key={`${id} ${segment.version}`}
      segment={segment}
      initial={{ name: segment.name, definition: segment.definition }}
      saved={async (changed) => {
        await client.invalidateQueries({ queryKey: ['segments'] })
        navigate({ to: '/segments/$id', params: { id: changed.id } })
      }}
    />
  )
}
