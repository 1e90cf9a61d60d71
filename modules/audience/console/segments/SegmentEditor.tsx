/** The builder as a screen: the sentence, the brackets, the narrowing; beside it the count, the people, the reasons. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { AsJson } from '#ui/console/condition/AsJson.tsx'
import { ConditionBuilder } from '#ui/console/condition/ConditionBuilder.tsx'
import { shareOf } from '#ui/console/condition/ConditionField.tsx'
import { isWhole, noCatalogue } from '#ui/console/condition/catalogue.ts'
import type { Definition } from '#ui/console/condition/condition.ts'
import { Narrowing } from '#ui/console/condition/Narrowing.tsx'
import { People } from '#ui/console/condition/People.tsx'
import { type Behind, catalogueQuery, previewQuery } from '#ui/console/condition/queries.ts'
import { Sentence } from '#ui/console/condition/Sentence.tsx'
import { showWords } from '#ui/console/condition/show.words.ts'
import { asGroup, leavesOf, type Path } from '#ui/console/condition/tree.ts'
import { useSettled } from '#ui/console/condition/useSettled.ts'
import { builderWords } from '#ui/console/condition/words.ts'
import { Tag } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Beside } from './Beside.tsx'
import { Presets } from './Presets.tsx'
import { SaveBar } from './SaveBar.tsx'
import { knownSegmentsQuery, type Segment, type SegmentDetail } from './segments.queries.ts'
import { segmentWords } from './segments.words.ts'
import { useLeaving } from './useLeaving.tsx'
import { Versions } from './Versions.tsx'
import './segment-editor.css'
import './segments.css'

interface Props {
  readonly segment?: SegmentDetail
  readonly initial: { readonly name: string; readonly definition: Definition }
  readonly saved: (segment: Segment) => unknown
}

export function SegmentEditor({ segment, initial, saved }: Props) {
  const t = useT()
  const format = useFormat()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [name, setName] = useState(initial.name)
  const [definition, setDefinition] = useState(initial.definition)
  const [seed, setSeed] = useState(1)
  const [pointed, point] = useState<Path>()
  const [behind, setBehind] = useState<Behind>()
  const [drawer, setDrawer] = useState<'json' | 'versions'>()
  const catalogue = useQuery(catalogueQuery)
  const segments = useQuery(knownSegmentsQuery).data?.filter((each) => each.id !== segment?.id) ?? []
  const settled = useSettled(definition, 250)
  const preview = useQuery(previewQuery(settled, seed))
  const leaves = leavesOf(asGroup(definition))
  const unfinished = leaves.filter(({ node }) => !isWhole(node)).length
  const changed = name !== initial.name || JSON.stringify(definition) !== JSON.stringify(initial.definition)
  const leaving = useLeaving(changed)
  const begun = segment !== undefined || leaves.length > 0

  return (
    <div className="seg-edit">
      <section className="seg-main">
        <nav className="crumbs">
          <Link to="/segments">{t(segmentWords.segments)}</Link>
          <Icon name="right" size={14} />
          <span>{t(segment ? segmentWords.editing : segmentWords.create)}</span>
        </nav>
        <header className="seg-head">
          <h1>
            <input
              aria-label={t(segmentWords.name)}
              placeholder={t(segmentWords.namePlaceholder)}
              maxLength={60}
              value={name}
              size={Math.max(8, [...name].length * 2)}
              onChange={(event) => setName(event.target.value)}
            />
          </h1>
          {changed && <Tag tone="wheat">{t(segmentWords.unsaved)}</Tag>}
          <span className="seg-head-acts">
            {segment && segment.versions > 0 && (
              <Button size="small" onClick={() => setDrawer('versions')}>
                {t(segmentWords.history, { count: segment.versions })}
              </Button>
            )}
            <Button size="small" onClick={() => setDrawer('json')}>
              {t(showWords.json)}
            </Button>
          </span>
        </header>
        {preview.data && begun && (
          <Sentence
            parts={preview.data.sentence}
            pointed={pointed}
            point={point}
            stale={preview.isPlaceholderData || settled !== definition}
          />
        )}
        {preview.data && (
          <button type="button" className="seg-inline" onClick={() => setBehind({ node: 'who' })}>
            <b>{format.number(preview.data.total)}</b>
            {t(showWords.people, { count: preview.data.total })} ·{' '}
            {t(showWords.share, { share: format.percent(shareOf(preview.data)) })}
          </button>
        )}
        {!begun && <p className="seg-begin">{t(builderWords.emptyHint)}</p>}
        {catalogue.isPending ? (
          <SkeletonRows rows={3} />
        ) : (
          <ConditionBuilder
            value={definition}
            change={setDefinition}
            catalogue={catalogue.data ?? noCatalogue}
            segments={segments}
            preview={preview.data}
            people={(node) => setBehind({ node })}
            pointed={pointed}
            point={point}
          />
        )}
        {preview.isError && (
          <p className="seg-failed bad" role="alert">
            {t(showWords.failed, { reason: reasonOf(preview.error) })}
          </p>
        )}
        {!begun && (
          <Presets
            choose={(preset) => {
              setDefinition(preset.definition)
              if (name === '') setName(preset.name)
            }}
          />
        )}
        {preview.data && begun && (
          <Narrowing steps={preview.data.steps} open={(step) => setBehind({ step })} />
        )}
        <p className="seg-keys keys" aria-hidden="true">
          {t(builderWords.keys)}
        </p>
        <SaveBar
          segment={segment}
          name={name.trim()}
          definition={definition}
          changed={changed}
          unfinished={unfinished}
          saved={async (made) => {
            leaving.allow()
            message.success(t(segmentWords.saved))
            await client.invalidateQueries({ queryKey: ['segments'] })
            await saved(made)
          }}
        />
      </section>
      <Beside
        segment={segment}
        definition={settled}
        preview={preview.data}
        counting={preview.isFetching}
        another={() => setSeed((before) => before + 1)}
        point={point}
        open={setBehind}
      />
      {behind && (
        <People
          definition={settled}
          behind={behind}
          title={titleOf(behind, preview.data) ?? t(showWords.listAll)}
          close={() => setBehind(undefined)}
        />
      )}
      {drawer === 'json' && (
        <AsJson value={definition} change={setDefinition} close={() => setDrawer(undefined)} />
      )}
      {drawer === 'versions' && segment && (
        <Versions segment={segment} use={setDefinition} close={() => setDrawer(undefined)} />
      )}
      {leaving.dialog}
    </div>
  )
}

/** A step or condition as the sentence names it. */
function titleOf(
  behind: Behind,
  preview:
    | {
        readonly steps: readonly { readonly label: string }[]
        readonly sentence: readonly { readonly path: string | null; readonly text: string }[]
      }
    | undefined,
): string | undefined {
  if ('oneShort' in behind) return undefined
  if ('step' in behind) return preview?.steps[behind.step]?.label
  return preview?.sentence.find((part) => part.path === behind.node)?.text
}

const reasonOf = (error: unknown): string => {
  const problem = asProblem(error)
  return [problem.message, ...problem.fields.map((field) => field.message)].join(' · ')
}
