import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { Fragment } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { memberCountQuery } from '#modules/members/console/members.queries.ts'
import type { Part } from '#ui/console/define.ts'
import { House } from '#ui/console/Person.tsx'
import { useMay, useSession } from '#ui/console/session.ts'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Mark } from '#ui/mark/Mark.tsx'
import { useToday } from '../today/useToday.ts'
import { areaOf, areas, entriesOf } from './areas.ts'
import { UserMenu } from './UserMenu.tsx'
import { useHere } from './useHere.ts'
import { shellWords } from './words.ts'
import './waiting.css'

const parts: Record<Part, Message> = {
  arrange: shellWords.partArrange,
  insight: shellWords.partInsight,
  rules: shellWords.partRules,
}

/** Mark, brand, the areas with what is in the open one, and who is here. */
export function Rail({ went }: { went?: () => void }) {
  const t = useT()
  const may = useMay()
  const here = useHere()
  const open = areaOf(here)
  return (
    <>
      <div className="rail-mark">
        <Mark />
        <b>{t(words.product)}</b>
      </div>
      <BrandSwitch />
      <nav className="nav" aria-label={t(shellWords.mainNav)}>
        {areas.map((area) => {
          const entries = entriesOf(area.area, may)
          if (entries.length === 0) return null
          const on = open === area.area
          // The longest address that the present one begins with: /members/care is not the list of members.
          const current = entries
            .filter((entry) => here === entry.path || here.startsWith(`${entry.path}/`))
            .reduce((longest, entry) => (entry.path.length > longest.length ? entry.path : longest), '')
          return (
            <div key={area.area}>
              <Link
                to={area.path}
                activeOptions={{ exact: true, includeSearch: false }}
                className={`nav-area ${on ? 'on' : ''}`}
                onClick={went}
              >
                <Icon name={area.icon} />
                {t(area.label)}
                {area.area === 'today' && <Waiting />}
              </Link>
              {on && entries.length > 1 && (
                <div className="nav-sub">
                  {entries.map((entry, at) => (
                    <Fragment key={entry.path}>
                      {entry.part && entry.part !== entries[at - 1]?.part && (
                        <p className="nav-part">{t(parts[entry.part])}</p>
                      )}
                      <Link to={entry.path} className={entry.path === current ? 'cur' : ''} onClick={went}>
                        {t(entry.label)}
                      </Link>
                    </Fragment>
                  ))}
                </div>
              )}
            </div>
          )
        })}
      </nav>
      <div className="rail-foot">
        <UserMenu />
      </div>
    </>
  )
}

/** How much waits for this operator. */
function Waiting() {
  const count = useToday().data?.counts.all ?? 0
  return count > 0 ? <b className="nav-count">{count}</b> : null
}

function BrandSwitch() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const { community } = useSession()
  const count = useQuery({ ...memberCountQuery, enabled: may('members.read') }).data
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'site',
            icon: <Icon name="door" size={16} />,
            label: (
              <a href="/" target="_blank" rel="noreferrer">
                {t(shellWords.openSite)}
              </a>
            ),
          },
          ...(may('community.manage')
            ? [
                {
                  key: 'brand',
                  icon: <Icon name="brand" size={16} />,
                  label: <Link to="/settings/brand">{t(shellWords.brandSettings)}</Link>,
                },
              ]
            : []),
        ],
      }}
    >
      <button type="button" className="brand-switch">
        <House name={community.name} url={community.logoUrl} />
        <span className="brand-name">
          {community.name}
          {count !== undefined && <small>{t(shellWords.memberCount, { count: format.number(count) })}</small>}
        </span>
        <Icon name="down" size={16} />
      </button>
    </Dropdown>
  )
}
