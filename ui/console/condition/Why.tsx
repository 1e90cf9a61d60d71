import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Segmented } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '../Person.tsx'
import { Failed, SkeletonRows } from '../states.tsx'
import type { Definition } from './condition.ts'
import type { Explanation } from './preview.ts'
import { explanationQuery, type FoundMember, memberSearch } from './queries.ts'
import { ProfileLink } from './Sample.tsx'
import { showWords } from './show.words.ts'
import type { Path } from './tree.ts'
import './show.css'

interface Props {
  readonly definition: Definition
  /** Somebody to begin with; the search chooses others. */
  readonly member: Pick<FoundMember, 'id' | 'nickname'> | undefined
  readonly choose: (member: Pick<FoundMember, 'id' | 'nickname'> | undefined) => void
  readonly point: (path: Path | undefined) => void
  /** Opens those who miss one condition. */
  readonly oneShort: () => void
}

/** The condition again, line by line, with what was found of one member. */
export function Why({ definition, member, choose, point, oneShort }: Props) {
  const t = useT()
  const format = useFormat()
  const found = useQuery({
    ...explanationQuery(definition, member?.id ?? ''),
    enabled: member !== undefined,
  })
  const explained = member && found.data
  const failed = explained ? failuresOf(explained.explanation) : []
  const [reason] = failed
  return (
    <section className="cb-why">
      <header className="cb-side-head">
        <h2>{t(showWords.why)}</h2>
        {explained && (
          <Segmented
            size="small"
            aria-label={t(showWords.why)}
            value={explained.explanation.met ? 'in' : 'out'}
            disabled
            options={[
              { value: 'in', label: t(showWords.in) },
              { value: 'out', label: t(showWords.notIn) },
            ]}
          />
        )}
      </header>
      <FindMember name={member?.nickname} choose={choose} />
      {!member && <p className="muted small cb-why-hint">{t(showWords.findHint)}</p>}
      {member && found.isPending && <SkeletonRows rows={4} height={30} />}
      {member && found.isError && <Failed error={found.error} retry={() => found.refetch()} />}
      {explained && (
        <>
          <div className="cb-who">
            <Avatar
              id={explained.member.id}
              name={explained.member.nickname}
              url={explained.member.avatarUrl}
              size={34}
            />
            <span>
              <b>{explained.member.nickname}</b>
              <small className={explained.explanation.met ? 'good' : 'bad'}>
                {explained.explanation.met
                  ? t(showWords.isIn)
                  : failed.length === 1 && reason
                    ? t(showWords.oneShort, {
                        what: reason.evidence ? `${reason.says}（${reason.evidence}）` : reason.says,
                      })
                    : t(showWords.isOut, { count: failed.length })}
              </small>
            </span>
          </div>
          <Reasons node={explained.explanation} point={point} blamed={new Set(failed)} />
          <div className="cb-why-foot">
            <ProfileLink id={explained.member.id}>
              {t(showWords.openProfile, { name: explained.member.nickname })}
            </ProfileLink>
            {explained.oneShort !== null && explained.oneShort > 0 && (
              <button type="button" className="cb-button" onClick={oneShort}>
                {t(showWords.oneShortOthers, { count: format.number(explained.oneShort) })}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  )
}

/** What stands between somebody and the condition: of 且 what fails, of a failing 或 its nearest branch. */
export function failuresOf(node: Explanation): readonly Explanation[] {
  if (node.met) return []
  switch (node.kind) {
    case 'all':
      return node.of.flatMap(failuresOf)
    case 'any':
      return node.of
        .map(failuresOf)
        .reduce<readonly Explanation[]>(
          (least, each) => (least.length === 0 || each.length < least.length ? each : least),
          [],
        )
    default:
      return [node]
  }
}

interface ReasonsProps {
  readonly node: Explanation
  readonly point: (path: Path | undefined) => void
  readonly blamed: ReadonlySet<Explanation>
}

function Reasons({ node, point, blamed }: ReasonsProps) {
  const t = useT()
  const lines = (nodes: readonly Explanation[]): ReactNode =>
    nodes.map((each) => <Reason key={each.path} node={each} point={point} blamed={blamed} />)
  if (node.kind !== 'all' && node.kind !== 'any' && node.kind !== 'not')
    return <ul className="cb-reasons">{lines([node])}</ul>
  const heading =
    node.kind === 'not'
      ? t(showWords.notNeeded)
      : node.kind === 'all'
        ? t(showWords.allNeeded, { count: node.of.length })
        : t(node.met ? showWords.anyNeeded : showWords.anyFailed, { count: node.of.length })
  return (
    <ul className="cb-reasons">
      {node.of.length > 1 && <li className="cb-reason-head">{heading}</li>}
      {lines(node.of)}
    </ul>
  )
}

function Reason({ node, point, blamed }: ReasonsProps) {
  const t = useT()
  if (node.kind === 'all' || node.kind === 'any')
    return (
      <li className="cb-reason-group">
        <Reasons node={node} point={point} blamed={blamed} />
      </li>
    )
  const [inner] = node.of
  if (node.kind === 'not' && inner && inner.of.length > 0)
    return (
      <li className="cb-reason-group">
        <p className="cb-reason-head">{t(showWords.notNeeded)}</p>
        <Reasons node={inner} point={point} blamed={blamed} />
      </li>
    )
  const shown = node.kind === 'not' && inner ? inner : node
  return (
    <li
      className={`cb-reason ${blamed.has(node) ? 'blamed' : ''}`}
      onPointerEnter={() => point(shown.path)}
      onPointerLeave={() => point(undefined)}
    >
      <span className={node.met ? 'good' : 'bad'}>
        <Icon
          name={node.met ? 'check' : 'close'}
          size={16}
          label={node.met ? t(showWords.met) : t(showWords.unmet)}
        />
      </span>
      <span>{node.says}</span>
      <span className="cb-evidence">{shown.evidence}</span>
    </li>
  )
}

interface FindProps {
  readonly name: string | undefined
  readonly choose: Props['choose']
}

function FindMember({ name, choose }: FindProps) {
  const t = useT()
  const [text, setText] = useState(name ?? '')
  const [asked, setAsked] = useState('')
  useEffect(() => setText(name ?? ''), [name])
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text === name ? '' : text.trim()), 250)
    return () => clearTimeout(timer)
  }, [text, name])
  const found = useQuery(memberSearch(asked))
  return (
    <AutoComplete
      className="cb-find"
      aria-label={t(showWords.findMember)}
      placeholder={t(showWords.findMember)}
      prefix={<Icon name="search" size={15} />}
      allowClear
      value={text}
      onChange={(typed: string | undefined) => setText(typed ?? '')}
      onClear={() => choose(undefined)}
      onSelect={(_, option: { key: string; value: string }) =>
        choose({ id: option.key, nickname: option.value })
      }
      notFoundContent={asked && found.isSuccess ? t(showWords.noMember) : null}
      options={
        asked
          ? found.data?.items.map((each) => ({
              key: each.id,
              value: each.nickname,
              label: `${each.nickname}${each.city ? ` · ${each.city}` : ''}`,
            }))
          : []
      }
    />
  )
}
