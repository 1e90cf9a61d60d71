/** The question in the address is none that can be asked: asking it again is no help, beginning anew is. */
import { Button } from 'antd'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Empty } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { frameWords as words } from './frame.words.ts'

/** Whether it was refused for what was asked. */
export const isMisasked = (error: unknown): boolean => asProblem(error).code === 'invalid_input'

export function Misasked({ error }: { readonly error: unknown }) {
  const t = useT()
  const [, setUrl] = useUrlState()
  const { message, fields } = asProblem(error)
  return (
    <Card>
      <Empty
        icon="warn"
        title={t(words.misasked)}
        hint={t(words.misaskedHint, { reason: fields[0]?.message ?? message })}
        action={
          <Button onClick={() => setUrl({ q: undefined, saved: undefined })}>{t(words.startOver)}</Button>
        }
      />
    </Card>
  )
}
