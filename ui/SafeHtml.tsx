/**
 * Shows words of people as the API answers them in fields called `html`: made by the one renderer of documents on
 * the server, and never anything else.
 */
import type { MouseEventHandler, Ref } from 'react'

export function SafeHtml({
  html,
  className,
  ref,
  onClick,
}: {
  html: string
  className?: string
  ref?: Ref<HTMLDivElement>
  /** For links and pictures within: they are not components. Keyboards reach them by themselves. */
  onClick?: MouseEventHandler<HTMLDivElement>
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: what is clicked are links and buttons within
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the one place, for the one renderer
    <div ref={ref} className={className} onClick={onClick} dangerouslySetInnerHTML={{ __html: html }} />
  )
}
