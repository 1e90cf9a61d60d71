import { useState } from 'react'
import { Snippet } from '#ui/console/Copyable.tsx'
import { Card } from '#ui/console/Page.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { uuidV7 } from '../sdk/ids.ts'
import { consentCall, curlCommand, eventCall, scriptTag } from './snippets.ts'
import { installWords } from './tracking.words.ts'
import './tracking.css'

/** Stands where the reader puts his own key. */
const anyKey = 'wk_YOUR_KEY'

/** How to send events from a website and from a program. */
export function InstallCards() {
  const t = useT()
  const { now } = useReading()
  const { origin } = location
  const [id] = useState(() => uuidV7(now()))
  return (
    <div className="install">
      <Card title={t(installWords.page)} note={t(installWords.pageNote)}>
        <Snippet value={scriptTag(origin, anyKey)} label={t(installWords.script)} />
        <Snippet value={consentCall} label={t(installWords.consent)} />
        <Snippet value={eventCall} label={t(installWords.event)} />
      </Card>
      <Card title={t(installWords.program)} note={t(installWords.programNote)}>
        <Snippet value={curlCommand(origin, anyKey, id)} label={t(installWords.curl)} />
        <p className="card-note install-more">{t(installWords.server)}</p>
      </Card>
    </div>
  )
}
