/** The builder as a field of a form: the sentence, the brackets, and how many fit. */
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { asProblem } from '../problem.ts'
import { SkeletonRows } from '../states.tsx'
import { ConditionBuilder } from './ConditionBuilder.tsx'
import { isWhole, type KnownSegment, noCatalogue } from './catalogue.ts'
import { type Definition, everybody } from './condition.ts'
import { People } from './People.tsx'
import { catalogueQuery, previewQuery } from './queries.ts'
import { Sentence } from './Sentence.tsx'
import { showWords } from './show.words.ts'
import { asGroup, leavesOf, type Path } from './tree.ts'
import { useSettled } from './useSettled.ts'
import './show.css'

interface Props {
  /** As Ant Design's Form.Item hands them to its field. */
  readonly value?: Definition
  readonly onChange?: (definition: Definition) => void
  readonly segments?: readonly KnownSegment[]
  readonly readOnly?: boolean
}

/** Whether everything in a definition is filled in; forms refuse what is not. */
export const isFinished = (definition: Definition): boolean =>
  leavesOf(asGroup(definition)).every(({ node }) => isWhole(node))

export function ConditionField({ value = everybody, onChange, segments, readOnly }: Props) {
  const t = useT()
  const format = useFormat()
  const catalogue = useQuery(catalogueQuery)
  const settled = useSettled(useDeferredValue(value), 300)
  const preview = useQuery(previewQuery(settled, 0))
  const [pointed, point] = useState<Path>()
  const [behind, setBehind] = useState<Path>()
  const unfinished = leavesOf(asGroup(value)).filter(({ node }) => !isWhole(node)).length
  if (catalogue.isPending) return <SkeletonRows rows={3} />
  return (
    <div className="cb-field">
      {preview.data && preview.data.sentence.length > 0 && (
        <Sentence
          parts={preview.data.sentence}
          pointed={pointed}
          point={point}
          stale={preview.isPlaceholderData}
        />
      )}
      <ConditionBuilder
        value={value}
        change={readOnly ? undefined : onChange}
        catalogue={catalogue.data ?? noCatalogue}
        segments={segments}
        preview={preview.data}
        people={setBehind}
        pointed={pointed}
        point={point}
      />
      <p className="cb-field-total" aria-live="polite">
        {preview.isError ? (
          <span className="bad">{t(showWords.failed, { reason: asProblem(preview.error).message })}</span>
        ) : preview.data ? (
          <>
            <b>{format.number(preview.data.total)}</b>
            {t(showWords.people, { count: preview.data.total })}
            <span>· {t(showWords.share, { share: format.percent(shareOf(preview.data)) })}</span>
          </>
        ) : (
          t(showWords.counting)
        )}
      </p>
      {unfinished > 0 && <p className="cb-notice">{t(showWords.unfinished, { count: unfinished })}</p>}
      {behind && (
        <People
          definition={settled}
          behind={{ node: behind }}
          title={preview.data?.sentence.find((part) => part.path === behind)?.text ?? t(showWords.listAll)}
          close={() => setBehind(undefined)}
        />
      )}
    </div>
  )
}

export const shareOf = ({ total, members }: { total: number; members: number }): number =>
  members === 0 ? 0 : total / members
