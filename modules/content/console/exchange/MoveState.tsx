import { Tag, type Tone } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { Import } from './exchange.queries.ts'
import { exchangeWords as words } from './exchange.words.ts'

const tones: Readonly<Record<Import['state'], Tone>> = {
  draft: 'plain',
  checking: 'sky',
  checked: 'wheat',
  running: 'sky',
  stopped: 'persimmon',
  done: 'pine',
  failed: 'bad',
}

export function MoveState({ held: { state, files } }: { held: Pick<Import, 'state' | 'files'> }) {
  const t = useT()
  return (
    <Tag tone={tones[state]}>{t(state === 'draft' && files.length > 0 ? words.ready : words[state])}</Tag>
  )
}
