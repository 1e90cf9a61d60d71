/** Opens the report of the latest whole week; makes it when there is none. */
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { asProblem } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { useT } from '#ui/locale/locale.tsx'
import { askReport } from './reports.queries.ts'
import { reportsWords as words } from './reports.words.ts'

export function WeeklyReportButton() {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  if (!may('insight.edit')) return null
  const open = async () => {
    setBusy(true)
    try {
      const { id } = await askReport({ kind: 'weekly' })
      await navigate({ to: '/plan/reports/$id', params: { id } })
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button type="primary" loading={busy} onClick={open}>
      {t(words.makeWeekly)}
    </Button>
  )
}
