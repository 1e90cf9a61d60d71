/** The report as a file. Where the server cannot make PDF, it says what is missing and offers to print. */
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { saveBlob } from '#ui/console/list/csv.ts'
import { asProblem } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { fileUrl, type WholeReport } from './reports.queries.ts'
import { reportsWords as words } from './reports.words.ts'

/** A file of ours, or the problem in its answer. */
async function fetchFile(url: string): Promise<Response> {
  const answer = await fetch(url)
  if (!answer.ok) throw asProblem(await answer.json().catch(() => undefined))
  return answer
}

/** Opens the page to print, and the browser's own dialog on it. */
function print(id: string) {
  const opened = window.open(fileUrl(id, 'print'), '_blank')
  opened?.addEventListener('load', () => opened.print())
}

export function ExportMenu({ report }: { readonly report: WholeReport }) {
  const t = useT()
  const { message, modal } = App.useApp()
  const [busy, setBusy] = useState(false)
  const name = `${report.kind}-${report.from}`
  const guarded = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  const pdf = async () => {
    const close = message.loading(t(words.pdfMaking), 0)
    try {
      saveBlob(`${name}.pdf`, await (await fetchFile(fileUrl(report.id, 'pdf'))).blob())
    } finally {
      close()
    }
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'pdf',
            label: t(words.pdf),
            onClick: () =>
              report.can.pdf
                ? guarded(pdf)
                : modal.confirm({
                    title: t(words.noPdf),
                    content: t(words.noPdfHint),
                    okText: t(words.print),
                    icon: null,
                    onOk: () => print(report.id),
                  }),
          },
          {
            key: 'markdown',
            label: t(words.markdown),
            onClick: () =>
              guarded(async () =>
                saveBlob(`${name}.md`, await (await fetchFile(fileUrl(report.id, 'markdown'))).blob()),
              ),
          },
          {
            key: 'copy',
            label: t(words.copy),
            onClick: () =>
              guarded(async () => {
                await navigator.clipboard.writeText(
                  await (await fetchFile(fileUrl(report.id, 'markdown'))).text(),
                )
                message.success(t(words.copied))
              }),
          },
          { key: 'print', label: t(words.print), onClick: () => print(report.id) },
        ],
      }}
    >
      <Button icon={<Icon name="download" size={16} />} loading={busy}>
        {t(words.export)}
      </Button>
    </Dropdown>
  )
}
