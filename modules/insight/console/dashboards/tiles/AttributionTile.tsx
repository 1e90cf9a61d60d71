/** Channels and what they bring, as on their screen; costs are entered there. */
import { useNavigate } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { Answer } from '../../attribution/AttributionScreen.tsx'

export function AttributionTile(props: Omit<ComponentProps<typeof Answer>, 'enter'>) {
  const go = useNavigate()
  return <Answer {...props} enter={() => void go({ to: '/insight/attribution' })} />
}
