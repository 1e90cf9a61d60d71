import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { Card, Tag } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { diffQuery, type Post, type PostVersion, type VersionDiff, versionsQuery } from './posts.queries.ts'
import { postsWords as words } from './posts.words.ts'

/** Who changed the post, when and why; each version opens as what it changed. */
export function History({ post, version }: { post: Post; version: number }) {
  const t = useT()
  const format = useFormat()
  const versions = useQuery({ ...versionsQuery(post.id), enabled: version > 1 })
  const [open, setOpen] = useState<PostVersion>()
  return (
    <Card title={t(words.history)}>
      {version === 1 ? (
        <p className="muted">{t(words.historyNone)}</p>
      ) : versions.isPending ? (
        <SkeletonRows rows={3} height={40} />
      ) : versions.isError ? (
        <Failed error={versions.error} retry={() => versions.refetch()} />
      ) : (
        <ol className="post-versions">
          {versions.data.map((each) => (
            <li key={each.version}>
              <button type="button" className="door" onClick={() => setOpen(each)}>
                {t(words.version, { version: each.version })}
              </button>
              {each.current && <Tag tone="pine">{t(words.current)}</Tag>}
              {each.by.team && <Tag tone="wheat">{t(words.byTeam)}</Tag>}
              <small className="muted">
                {each.by.name} · {format.dateTime(each.writtenAt)}
                {each.version === 1 ? ` · ${t(words.first)}` : each.reason ? ` · ${each.reason}` : ''}
              </small>
            </li>
          ))}
        </ol>
      )}
      {open && (
        <Modal
          open
          width={720}
          footer={null}
          title={t(words.version, { version: open.version })}
          onCancel={() => setOpen(undefined)}
        >
          <Difference postId={post.id} version={open.version} />
        </Modal>
      )}
    </Card>
  )
}

function Difference({ postId, version }: { postId: string; version: number }) {
  const diff = useQuery(diffQuery(postId, version))
  if (diff.isPending) return <SkeletonRows rows={4} height={24} />
  if (diff.isError) return <Failed error={diff.error} retry={() => diff.refetch()} />
  return (
    <div className="post-diff">
      {diff.data.title.length > 0 && (
        <h3>
          <Runs runs={diff.data.title} />
        </h3>
      )}
      <p>
        <Runs runs={diff.data.text} />
      </p>
    </div>
  )
}

function Runs({ runs }: { runs: VersionDiff['text'] }) {
  return runs.map(({ text, kind }, at) => {
    const key = `${at}:${kind}`
    if (kind === 'added') return <ins key={key}>{text}</ins>
    if (kind === 'removed') return <del key={key}>{text}</del>
    return (
      <span key={key} className={kind === 'skipped' ? 'muted' : undefined}>
        {text}
      </span>
    )
  })
}
