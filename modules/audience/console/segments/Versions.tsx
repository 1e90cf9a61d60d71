import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import type { Definition } from '#ui/console/condition/condition.ts'
import { Tag } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { restoreVersion, type SegmentDetail, type Version, versionsQuery } from './segments.queries.ts'
import { segmentWords } from './segments.words.ts'

interface Props {
  readonly segment: SegmentDetail
  /** In the editor an older definition is only brought in; without it, it is restored at once. */
  readonly use?: (definition: Definition) => void
  readonly close: () => void
}

/** What the segment said before, by whom, and a way back. */
export function Versions({ segment, use, close }: Props) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const found = useQuery(versionsQuery(segment.id))
  const restore: Action<Version> = {
    name: segmentWords.restore,
    can: () => segment.can.edit,
    run: async (version) => {
      await restoreVersion(segment.id, version.number)
      await client.invalidateQueries({ queryKey: ['segments'] })
      close()
    },
    done: segmentWords.restoreDone,
  }
  return (
    <Drawer open onClose={close} title={t(segmentWords.historyTitle)} size={460}>
      {found.isPending && <SkeletonRows rows={5} />}
      {found.isError && <Failed error={found.error} retry={() => found.refetch()} />}
      <ol className="seg-versions">
        {found.data?.items.map((version) => (
          <li key={version.number}>
            <header>
              <b>{t(segmentWords.version, { number: version.number })}</b>
              {version.number === segment.version && <Tag tone="pine">{t(segmentWords.now)}</Tag>}
              {version.restoredFrom !== null && (
                <Tag>{t(segmentWords.restored, { number: version.restoredFrom })}</Tag>
              )}
              <span className="muted small">
                {[version.madeBy, format.ago(version.madeAt)].filter(Boolean).join(' · ')}
              </span>
            </header>
            <p>{version.sentence}</p>
            {version.number !== segment.version &&
              (use ? (
                <Button
                  size="small"
                  onClick={() => {
                    use(version.definition)
                    close()
                  }}
                >
                  {t(segmentWords.restore)}
                </Button>
              ) : (
                <ActionButton action={restore} thing={version} small />
              ))}
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
