import { App, Button } from 'antd'
import { useId, useRef } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { setupWords } from './setup.words.ts'
import type { Picture } from './usePicture.ts'

const largest = 5 * 1024 * 1024

interface PickProps {
  readonly picture: Picture
  /** The stored picture, shown until another is chosen. */
  readonly current?: string | null
  readonly label?: string
}

/** Chooses a picture by button or by dropping it. */
export function PicturePick({ picture, current, label }: PickProps) {
  const t = useT()
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const take = (file: File | undefined) => {
    if (file && file.size > largest) message.error(t(setupWords.logoTooBig))
    else picture.choose(file)
  }
  const shown = picture.url ?? current
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut for the button inside
    <div
      className="picture"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        take(event.dataTransfer.files[0])
      }}
    >
      <span className="picture-frame">
        {shown ? <img src={shown} alt="" width={64} height={64} /> : <Icon name="image" size={24} />}
      </span>
      <span>
        <label htmlFor={id}>{label ?? t(setupWords.logo)}</label>
        <small>{t(setupWords.logoHint)}</small>
        <span className="picture-acts">
          <Button size="small" icon={<Icon name="upload" size={14} />} onClick={() => input.current?.click()}>
            {t(setupWords.logoPick)}
          </Button>
          {picture.file && (
            <Button size="small" type="text" onClick={() => picture.choose(undefined)}>
              {t(setupWords.logoRemove)}
            </Button>
          )}
        </span>
      </span>
      <input
        ref={input}
        id={id}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => take(event.target.files?.[0])}
      />
    </div>
  )
}
