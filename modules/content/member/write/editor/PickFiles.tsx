/** A button that opens the chooser of files. */
import { type ReactNode, useRef } from 'react'
import { Tool } from './Tool.tsx'

export const accepts = {
  image: 'image/jpeg,image/png,image/webp',
  video: 'video/mp4,video/webm,video/quicktime',
  file: '.pdf,.xlsx,.csv,.txt,.json,application/pdf,text/csv,text/plain',
} as const

export function PickFiles({
  label,
  accept,
  picked,
  children,
}: {
  label: string
  accept: string
  picked: (files: readonly File[]) => void
  children: ReactNode
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Tool label={label} press={() => input.current?.click()}>
        {children}
      </Tool>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple
        hidden
        onChange={({ currentTarget }) => {
          picked([...(currentTarget.files ?? [])])
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
    </>
  )
}
