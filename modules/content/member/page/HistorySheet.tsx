/** How a post read before: each version with what was taken out and put in. For its author and hosts. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import { versionQuery, versionsQuery } from './page.queries.ts'
import { words } from './page.words.ts'

export function HistorySheet({ id, close }: { id: string; close: () => void }) {
  const t = useT()
  const format = useFormat()
  const { data, error, refetch } = useQuery(versionsQuery(id))
  const [chosen, setChosen] = useState<number>()
  const versions = data?.items ?? []
  const shown = chosen ?? versions[0]?.version
  return (
    <Sheet open close={close} title={t(words.historyTitle)}>
      {error ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Bone height={120} /> : null}
      {versions.length > 0 ? (
        <div className="grid gap-3">
          <ol className="flex gap-1.5 overflow-x-auto pb-1">
            {versions.map((version) => (
              <li key={version.version} className="shrink-0">
                <button
                  type="button"
                  aria-pressed={version.version === shown}
                  onClick={() => setChosen(version.version)}
                  className="min-h-11 rounded-[10px] border border-line px-3 py-1 text-left text-[13px] leading-[18px] aria-pressed:border-pine aria-pressed:bg-pine-soft"
                >
                  <span className="block font-medium">
                    {t(version.version === 1 ? words.firstVersion : words.version, {
                      version: version.version,
                    })}
                    {version.current ? ` · ${t(words.now)}` : ''}
                  </span>
                  <span className="block text-muted">
                    {version.by.team ? t(words.team) : version.by.name} · {format.ago(version.writtenAt)}
                  </span>
                </button>
              </li>
            ))}
          </ol>
          {versions.find((version) => version.version === shown)?.reason ? (
            <p className="text-[14px] leading-[22px] text-muted">
              {t(words.reasonIs, {
                reason: versions.find((version) => version.version === shown)!.reason,
              })}
            </p>
          ) : null}
          {shown ? <Difference id={id} version={shown} /> : null}
        </div>
      ) : null}
    </Sheet>
  )
}

function Difference({ id, version }: { id: string; version: number }) {
  const { data, error } = useQuery(versionQuery(id, version))
  if (error) return <ErrorCard error={error} />
  if (!data) return <Bone height={120} />
  return (
    <div className="max-h-[52dvh] overflow-y-auto rounded-card border border-line px-4 py-3">
      <p className="text-[16px] leading-7 font-semibold">
        <Runs runs={data.title} />
      </p>
      <p className="text-[15px] leading-7 whitespace-pre-wrap">
        <Runs runs={data.text} />
      </p>
    </div>
  )
}

function Runs({ runs }: { runs: readonly { text: string; kind: string }[] }) {
  return runs.map((run, at) => {
    const key = `${at}-${run.kind}`
    if (run.kind === 'added')
      return (
        <ins key={key} className="bg-pine-soft text-pine decoration-pine underline-offset-3">
          {run.text}
        </ins>
      )
    if (run.kind === 'removed')
      return (
        <del key={key} className="bg-bad-soft text-bad-text">
          {run.text}
        </del>
      )
    if (run.kind === 'skipped')
      return (
        <span key={key} className="text-muted">
          …
        </span>
      )
    return <span key={key}>{run.text}</span>
  })
}
