import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { api } from '#ui/api.ts'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { take } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { memberWords } from './members.words.ts'

/** By what the list is narrowed that no filter above it shows: a segment, a group, people behind a number. */
export function NarrowedBy() {
  const t = useT()
  const [url, setUrl] = useUrlState()
  const segment = useQuery({
    queryKey: ['audience', 'segments', url.segment, 'name'],
    queryFn: ({ signal }) =>
      take<{ name: string }>(
        api.GET('/api/audience/segments/{id}', { params: { path: { id: url.segment ?? '' } }, signal }),
      ),
    enabled: Boolean(url.segment),
    retry: false,
  })
  const group = useQuery({
    queryKey: ['groups', url.group, 'name'],
    queryFn: ({ signal }) =>
      take<{ name: string }>(
        api.GET('/api/groups/{id}', { params: { path: { id: url.group ?? '' } }, signal }),
      ),
    enabled: Boolean(url.group),
    retry: false,
  })
  const shown = [
    url.segment && {
      key: 'segment',
      text: t(memberWords.inSegment, { name: segment.data?.name ?? `#${url.segment}` }),
      path: `/segments/${url.segment}`,
    },
    url.group && {
      key: 'group',
      text: t(memberWords.inGroup, { name: group.data?.name ?? `#${url.group}` }),
      path: `/groups/${url.group}`,
    },
    url.ids && {
      key: 'ids',
      text: t(memberWords.chosenOnes, { count: url.ids.split(',').length }),
      path: '',
    },
    url.field && { key: 'field', text: t(memberWords.byField, { what: url.field }), path: '' },
  ].filter((each) => each !== undefined && each !== '')
  if (shown.length === 0) return null
  return (
    <p className="narrowed">
      {shown.map(({ key, text, path }) => (
        <span key={key} className="narrowed-by">
          <Icon name="filter" size={14} />
          {path ? <Link to={path}>{text}</Link> : text}
          <Button
            type="text"
            size="small"
            aria-label={`${t(memberWords.notNarrowed)}: ${text}`}
            icon={<Icon name="close" size={14} />}
            onClick={() => setUrl({ [key]: undefined })}
          />
        </span>
      ))}
    </p>
  )
}
