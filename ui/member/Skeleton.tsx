/** What a screen looks like while it loads: its own shape, in grey. Announced once, in words. */
import type { CSSProperties } from 'react'
import { useT } from '../locale/locale.tsx'
import { words } from './words.messages.ts'

export function Bone({
  width = '100%',
  height = 14,
  round = false,
}: {
  width?: CSSProperties['width']
  height?: number
  round?: boolean
}) {
  return (
    <span
      aria-hidden="true"
      data-waiting
      className={`block animate-pulse bg-line motion-reduce:animate-none ${round ? 'rounded-full' : 'rounded-[6px]'}`}
      style={{ width, height }}
    />
  )
}

export function Skeleton({ lines = 3, face = false }: { lines?: number; face?: boolean }) {
  const t = useT()
  return (
    <div role="status" className="rounded-card border border-line bg-card px-4 py-4">
      <span className="sr-only">{t(words.loading)}</span>
      <div className="flex items-center gap-3">
        {face ? <Bone width={44} height={44} round /> : null}
        <div className="grid flex-1 gap-2.5">
          {Array.from({ length: lines }, (_, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity
            <Bone key={line} width={`${[92, 74, 58][line % 3]}%`} />
          ))}
        </div>
      </div>
    </div>
  )
}
