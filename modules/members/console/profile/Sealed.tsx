import { App, Button, Tooltip } from 'antd'
import { useState } from 'react'
import { asProblem } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { profileWords } from './profile.words.ts'

/** Something masked, with a button that shows it and is written down; it hides again with the page. */
export function Sealed({
  masked,
  what,
  reveal,
}: {
  readonly masked: string
  readonly what: string
  readonly reveal: (() => Promise<string>) | undefined
}) {
  const t = useT()
  const { message } = App.useApp()
  const [shown, setShown] = useState<string>()
  const [busy, setBusy] = useState(false)
  const show = async () => {
    setBusy(true)
    try {
      setShown(await reveal?.())
      message.info(t(profileWords.revealed))
    } catch (error) {
      message.error(asProblem(error).message)
    }
    setBusy(false)
  }
  return (
    <span className="sealed">
      <span className={shown === undefined ? 'sealed-masked' : ''}>{shown ?? masked}</span>
      {reveal && shown === undefined && (
        <Tooltip title={t(profileWords.reveal)}>
          <Button
            type="text"
            size="small"
            loading={busy}
            icon={<Icon name="eye" size={16} />}
            onClick={show}
            aria-label={`${t(profileWords.reveal)}: ${what}`}
          />
        </Tooltip>
      )}
    </span>
  )
}
