import { Link } from '@tanstack/react-router'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { areaOf, areas, entriesOf } from './areas.ts'
import { useHere } from './useHere.ts'
import { shellWords } from './words.ts'

/** The areas at the thumb. */
export function PhoneNav() {
  const t = useT()
  const may = useMay()
  const open = areaOf(useHere())
  return (
    <nav className="phone-nav" aria-label={t(shellWords.mainNav)}>
      {areas
        .filter((area) => entriesOf(area.area, may).length > 0)
        .map((area) => (
          <Link
            key={area.area}
            to={area.path}
            className={open === area.area ? 'on' : ''}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            <Icon name={area.icon} size={22} />
            {t(area.label)}
          </Link>
        ))}
    </nav>
  )
}
