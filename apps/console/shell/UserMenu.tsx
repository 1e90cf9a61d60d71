import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { api } from '#ui/api.ts'
import { Avatar } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { sessionQuery, useSession } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { chooseTheme, themeChoice, themeChoices } from '../themeChoice.ts'
import { shellWords } from './words.ts'

const themeWords = {
  system: [shellWords.themeSystem, 'screen'],
  light: [shellWords.themeLight, 'sun'],
  dark: [shellWords.themeDark, 'moon'],
} as const

export function useSignOut() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await take(api.DELETE('/api/session'))
    client.clear()
    await client.fetchQuery(sessionQuery)
    navigate({ to: '/sign-in' })
  }
}

/** Who is here: account, appearance, language, sign out. */
export function UserMenu({ compact }: { compact?: boolean }) {
  const t = useT()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { locale, setLocale } = useReading()
  const { account, operator } = useSession()
  if (!account) return null
  const keepLocale = (next: 'zh-CN' | 'en') => {
    setLocale(next)
    take(api.PATCH('/api/account', { body: { locale: next } })).catch(() => undefined)
  }
  return (
    <Dropdown
      trigger={['click']}
      placement={compact ? 'bottomRight' : 'topLeft'}
      menu={{
        selectable: true,
        selectedKeys: [`theme-${themeChoice()}`, `locale-${locale}`],
        items: [
          {
            key: 'account',
            icon: <Icon name="person" size={16} />,
            label: t(shellWords.account),
            onClick: () => navigate({ to: '/account' }),
          },
          { type: 'divider' },
          {
            type: 'group',
            key: 'themes',
            label: t(shellWords.theme),
            children: themeChoices.map((choice) => ({
              key: `theme-${choice}`,
              icon: <Icon name={themeWords[choice][1]} size={16} />,
              label: t(themeWords[choice][0]),
              onClick: () => chooseTheme(choice),
            })),
          },
          {
            type: 'group',
            key: 'languages',
            label: t(shellWords.language),
            children: [
              { key: 'locale-zh-CN', label: '简体中文', onClick: () => keepLocale('zh-CN') },
              { key: 'locale-en', label: 'English', onClick: () => keepLocale('en') },
            ],
          },
          { type: 'divider' },
          {
            key: 'out',
            icon: <Icon name="exit" size={16} />,
            label: t(shellWords.signOut),
            onClick: signOut,
          },
        ],
      }}
    >
      <button
        type="button"
        className={compact ? 'user-compact' : 'user'}
        aria-label={compact ? t(shellWords.userMenu, { name: account.name }) : undefined}
      >
        <Avatar id={account.id} name={account.name} url={account.avatarUrl} size={32} />
        {!compact && (
          <span className="user-text">
            {account.name}
            <small>{operator?.roleName}</small>
          </span>
        )}
      </button>
    </Dropdown>
  )
}
