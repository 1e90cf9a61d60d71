import { Link } from '@tanstack/react-router'
import { Page } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { entriesOf } from './shell/areas.ts'
import { shellWords } from './shell/words.ts'
import './settings.css'

/** Everything that can be set, at a glance. */
export default function SettingsScreen() {
  const t = useT()
  const may = useMay()
  return (
    <Page title={t(shellWords.settings)} lead={t(shellWords.settingsLead)}>
      <ul className="settings">
        {entriesOf('settings', may).map((entry) => (
          <li key={entry.path}>
            <Link to={entry.path} className="settings-door">
              <span className="glyph tint-slate">
                <Icon name={entry.icon ?? 'settings'} />
              </span>
              <span>
                <b>{t(entry.label)}</b>
                {entry.note && <small>{t(entry.note)}</small>}
              </span>
              <Icon name="right" size={16} />
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
