import { Button } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { shellWords } from './words.ts'

const subscribe = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** True once the server has another build than this page, or a part of this build is gone. */
function useNewVersion(): boolean {
  const [newer, setNewer] = useState(false)
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      const answer = await fetch('/console/build.json', { cache: 'no-store' }).catch(() => undefined)
      if (!answer?.ok) return
      const { build } = (await answer.json()) as { build: string }
      if (build !== __BUILD__) setNewer(true)
    }
    const gone = (event: Event) => {
      event.preventDefault()
      setNewer(true)
    }
    const timer = setInterval(look, 10 * 60_000)
    document.addEventListener('visibilitychange', look)
    addEventListener('vite:preloadError', gone)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      removeEventListener('vite:preloadError', gone)
    }
  }, [])
  return newer
}

/** What stands between the page and its work: no network, or a newer version. */
export function Bars() {
  const t = useT()
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  const newer = useNewVersion()
  return (
    <div role="status">
      {!online && (
        <p className="bar warn-bar">
          <Icon name="warn" size={16} />
          {t(shellWords.offline)}
        </p>
      )}
      {newer && (
        <p className="bar">
          {t(shellWords.newVersion)}
          <Button size="small" onClick={() => location.reload()}>
            {t(shellWords.reload)}
          </Button>
        </p>
      )}
    </div>
  )
}
