/** What operators write into a report: saved while they type, and never over what somebody else wrote meanwhile. */
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { reportQuery, type WholeReport, writeNotes } from './reports.queries.ts'
import { reportsWords as words } from './reports.words.ts'

/** Milliseconds of rest after which what was typed is saved. */
const restMs = 900
type Texts = Pick<WholeReport, 'summary' | 'nextSteps'>

export function NotesCard({ report }: { readonly report: WholeReport }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const names = { summary: useId(), nextSteps: useId() }
  const [texts, setTexts] = useState<Texts>({ summary: report.summary, nextSteps: report.nextSteps })
  const [state, setState] = useState<'rest' | 'typed' | 'saving' | 'saved'>('rest')
  const [failure, setFailure] = useState<string>()
  const [theirs, setTheirs] = useState<WholeReport>()
  const version = useRef(report.notesVersion)

  const save = async (wanted: Texts) => {
    setState('saving')
    setFailure(undefined)
    try {
      version.current = (await writeNotes(report.id, { version: version.current, ...wanted })).version
      setState('saved')
    } catch (error) {
      const problem = asProblem(error)
      setState('rest')
      if (problem.code === 'report_written_meanwhile')
        setTheirs(await client.fetchQuery({ ...reportQuery(report.id), staleTime: 0 }))
      else setFailure(problem.message)
    }
  }
  const saving = useRef(save)
  saving.current = save
  useEffect(() => {
    if (state !== 'typed' || theirs) return
    const clock = setTimeout(() => saving.current(texts), restMs)
    return () => clearTimeout(clock)
  }, [state, texts, theirs])

  const type = (change: Partial<Texts>) => {
    setTexts((before) => ({ ...before, ...change }))
    setState('typed')
  }
  if (!report.can.write && !texts.summary && !texts.nextSteps) return null
  const box = (key: keyof Texts, hint: { zh: string; en: string }) => (
    <div className="report-note">
      <label htmlFor={names[key]}>{t(words[key])}</label>
      {report.can.write ? (
        <Input.TextArea
          id={names[key]}
          value={texts[key]}
          placeholder={t(hint)}
          maxLength={4_000}
          autoSize={{ minRows: 3, maxRows: 14 }}
          onChange={({ target }) => type({ [key]: target.value })}
          onBlur={() => state === 'typed' && !theirs && save(texts)}
        />
      ) : (
        <p id={names[key]} className="report-said">
          {texts[key]}
        </p>
      )}
    </div>
  )
  return (
    <Card className="report-notes">
      {theirs && (
        <Alert
          type="warning"
          title={t(words.conflict)}
          description={
            <>
              <p>{t(words.conflictHint)}</p>
              <blockquote>
                {theirs.summary}
                {theirs.nextSteps && (
                  <>
                    <br />
                    {theirs.nextSteps}
                  </>
                )}
              </blockquote>
              <Button
                size="small"
                onClick={() => {
                  version.current = theirs.notesVersion
                  setTheirs(undefined)
                  void save(texts)
                }}
              >
                {t(words.useMine)}
              </Button>{' '}
              <Button
                size="small"
                onClick={() => {
                  version.current = theirs.notesVersion
                  setTexts({ summary: theirs.summary, nextSteps: theirs.nextSteps })
                  setState('rest')
                  setTheirs(undefined)
                }}
              >
                {t(words.useTheirs)}
              </Button>
            </>
          }
        />
      )}
      <div className="report-boxes">
        {box('summary', words.summaryHint)}
        {box('nextSteps', words.nextStepsHint)}
      </div>
      <p className="muted small" role="status">
        {failure
          ? t(words.unsaved, { why: failure })
          : state === 'saving'
            ? t(words.saving)
            : state === 'saved'
              ? t(words.saved)
              : report.notesByName && report.notesAt
                ? t(words.savedBy, { name: report.notesByName, when: format.ago(report.notesAt) })
                : ''}
      </p>
    </Card>
  )
}
