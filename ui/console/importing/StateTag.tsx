import { Tag, type Tone } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { importingWords } from './importing.words.ts'
import type { ListState } from './list.ts'

const tones: Readonly<Record<ListState, Tone>> = {
  draft: 'plain',
  checking: 'sky',
  checked: 'wheat',
  running: 'sky',
  done: 'pine',
  stopped: 'persimmon',
  failed: 'bad',
  undoing: 'sky',
  undone: 'plain',
}

export function StateTag({ state }: { state: ListState }) {
  const t = useT()
  return <Tag tone={tones[state]}>{t(importingWords[state])}</Tag>
}
