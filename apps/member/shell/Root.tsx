/** Providers of every screen: language, time zone, toasts; and what belongs on all of them. */
import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { LocaleProvider, useReading, useT } from '#ui/locale/locale.tsx'
import { useSessionState } from '#ui/member/session.ts'
import { ToastProvider, useToast } from '#ui/member/Toast.tsx'
import { shell } from '../app.messages.ts'
import { Offline } from './Offline.tsx'
import { sessionEnded } from './sessionEnded.ts'

export function Root() {
  const session = useSessionState().data
  return (
    <LocaleProvider timeZone={session?.account?.timeZone ?? session?.community.timeZone}>
      <ToastProvider>
        <AccountLocale />
        <ServerWords />
        <SessionEnded />
        <Offline />
        <Outlet />
      </ToastProvider>
    </LocaleProvider>
  )
}

/** On a device that has not chosen yet, the language of the account holds. */
function AccountLocale() {
  const wanted = useSessionState().data?.account?.locale
  const { locale, setLocale } = useReading()
  useEffect(() => {
    if (wanted && wanted !== locale && !localStorage.getItem('juluo.locale')) setLocale(wanted)
  }, [wanted, locale, setLocale])
  return null
}

/** Some words come from the API in the language of the request: another language asks for them anew. */
function ServerWords() {
  const client = useQueryClient()
  const { locale } = useReading()
  const before = useRef(locale)
  useEffect(() => {
    if (before.current === locale) return
    before.current = locale
    void client.invalidateQueries()
  }, [client, locale])
  return null
}

function SessionEnded() {
  const t = useT()
  const tell = useToast()
  useEffect(() => sessionEnded.listen(() => tell(t(shell.expired), 'bad')), [t, tell])
  return null
}
