import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/console/action/useAct.tsx'
import { JobDialog } from '#ui/console/job/JobDialog.tsx'
import { Card, Light } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { indexQuery, rebuildIndex } from './insight.queries.ts'
import { words } from './insight.words.ts'

/** How complete the index is, and building it anew. */
export function IndexCard() {
  const t = useT()
  const format = useFormat()
  const act = useAct()
  const may = useMay()('search.edit')
  const { sources } = useSuspenseQuery(indexQuery).data
  const [jobId, setJobId] = useState<string>()
  return (
    <Card
      title={t(words.index)}
      note={t(words.indexNote)}
      extra={
        may && (
          <Button
            onClick={() =>
              void act(
                { name: words.rebuild, run: async () => setJobId((await rebuildIndex()).jobId) },
                undefined,
              )
            }
          >
            {t(words.rebuild)}
          </Button>
        )
      }
    >
      <dl className="facts small">
        {sources.map(({ name, label, things, current, builtAt }) => (
          <div key={name} className="index-row">
            <dt>{label}</dt>
            <dd>{t(words.things, { count: format.number(things) })}</dd>
            <dd>
              <Light state={current && builtAt ? 'good' : 'off'}>
                {current && builtAt ? t(words.current) : t(words.behind)}
              </Light>
            </dd>
          </div>
        ))}
      </dl>
      {jobId && (
        <JobDialog
          id={jobId}
          title={t(words.rebuilding)}
          note={t(words.rebuildingNote)}
          close={() => setJobId(undefined)}
        />
      )}
    </Card>
  )
}
