import type { ReactNode } from 'react'
import { Button, type ButtonLook } from './Button.tsx'
import { useSending } from './Form.tsx'

/** The button that sends the form around it; shows that it is under way. */
export function Submit({
  children,
  look = 'solid',
  wide = true,
}: {
  children: ReactNode
  look?: ButtonLook
  wide?: boolean
}) {
  const sending = useSending()
  return (
    <Button type="submit" look={look} wide={wide} sending={sending}>
      {children}
    </Button>
  )
}
