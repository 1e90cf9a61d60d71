import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { Definition } from '#ui/console/condition/condition.ts'
import { asProblem } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { changeSegment, createSegment, type SegmentDetail } from './segments.queries.ts'
import { segmentWords } from './segments.words.ts'

interface Props {
  readonly segment: SegmentDetail | undefined
  readonly name: string
  readonly definition: Definition
  readonly changed: boolean
  readonly unfinished: number
  readonly saved: (segment: SegmentDetail) => Promise<unknown>
}

/** Saving: this segment, another one, or the people of now as a list. */
export function SaveBar({ segment, name, definition, changed, unfinished, saved }: Props) {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const { now } = useReading()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  if (!may('audience.edit')) return null
  const save = async (work: () => Promise<SegmentDetail>) => {
    if (name === '') return message.warning(t(segmentWords.nameNeeded))
    setBusy(true)
    try {
      await saved(await work())
    } catch (error) {
      const problem = asProblem(error)
      message.error([problem.message, ...problem.fields.map((field) => field.message)].join(' · '))
    } finally {
      setBusy(false)
    }
  }
  const asCopy = () =>
    save(() =>
      createSegment({
        name: segment && name === segment.name ? t(segmentWords.copyName, { name }) : name,
        kind: 'dynamic',
        definition,
      }),
    )
  const asList = () =>
    save(() =>
      createSegment({
        name: t(segmentWords.listName, { name, day: format.dayKey(now()) }),
        kind: 'static',
        definition,
      }),
    )
  return (
    <footer className="seg-bar">
      <p>{unfinished > 0 ? t(segmentWords.unfinished, { count: unfinished }) : t(segmentWords.foot)}</p>
      <Dropdown
        trigger={['click']}
        placement="topRight"
        disabled={unfinished > 0 || busy}
        menu={{
          items: [
            ...(segment
              ? [{ key: 'copy', label: t(segmentWords.saveAsDynamic), onClick: () => void asCopy() }]
              : []),
            { key: 'list', label: t(segmentWords.saveAsStatic), onClick: () => void asList() },
          ],
        }}
      >
        <Button disabled={unfinished > 0}>{t(segmentWords.saveAs)}</Button>
      </Dropdown>
      <Button
        type="primary"
        loading={busy}
        disabled={unfinished > 0 || (segment !== undefined && !changed)}
        onClick={() =>
          save(() =>
            segment
              ? changeSegment(segment.id, { name, definition, seenVersion: segment.version })
              : createSegment({ name, kind: 'dynamic', definition }),
          )
        }
      >
        {t(segmentWords.save)}
      </Button>
    </footer>
  )
}
