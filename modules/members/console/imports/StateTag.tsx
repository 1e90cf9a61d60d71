import { Tag, type Tone } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { ImportState } from './imports.queries.ts'
import { importWords } from './imports.words.ts'

const tones: Readonly<Record<ImportState, Tone>> = {
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

export function StateTag({ state }: { state: ImportState }) {
  const t = useT()
  return <Tag tone={tones[state]}>{t(importWords[state])}</Tag>
}
