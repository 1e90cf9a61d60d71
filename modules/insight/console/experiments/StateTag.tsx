import { Tag } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { State } from './experiments.queries.ts'
import { experimentWords as words } from './experiments.words.ts'

const tones = { draft: 'plain', running: 'pine', stopped: 'wheat', decided: 'plain' } as const

export function StateTag({ state }: { state: State }) {
  const t = useT()
  return <Tag tone={tones[state]}>{t(words[state])}</Tag>
}
