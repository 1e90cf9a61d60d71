import { useNavigate } from '@tanstack/react-router'
import { type Definition, everybody } from '#ui/console/condition/condition.ts'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { SegmentEditor } from './SegmentEditor.tsx'

/** A new segment: empty, or with what another screen says in the address (`definition`, `name`). */
export default function NewSegmentScreen() {
  const navigate = useNavigate()
  const [url] = useUrlState()
  return (
    <SegmentEditor
      key={url.definition ?? ''}
      initial={{ name: url.name ?? '', definition: definitionOf(url.definition) ?? everybody }}
      saved={(segment) => navigate({ to: '/segments/$id', params: { id: segment.id } })}
    />
  )
}

/** What other screens put into the address; nothing when it is none of ours. */
function definitionOf(text: string | undefined): Definition | undefined {
  if (!text) return undefined
  try {
    const read = JSON.parse(text) as Partial<Definition>
    return read.version === 1 && typeof read.who === 'object' ? (read as Definition) : undefined
  } catch {
    return undefined
  }
}
