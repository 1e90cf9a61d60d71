import Monitor from 'lucide-react/icons/monitor-smartphone'
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import { useT } from '../locale/locale.tsx'
import { Choice } from './Choice.tsx'
import { looks as words } from './looks.messages.ts'
import { chooseTheme, useTheme } from './theme.ts'

export function ThemeSwitch({ showLabel = true }: { showLabel?: boolean }) {
  const t = useT()
  const theme = useTheme()
  return (
    <Choice
      label={t(words.theme)}
      showLabel={showLabel}
      value={theme}
      choose={chooseTheme}
      options={[
        { value: 'system', label: t(words.themeSystem), icon: <Monitor size={17} aria-hidden /> },
        { value: 'light', label: t(words.themeLight), icon: <Sun size={17} aria-hidden /> },
        { value: 'dark', label: t(words.themeDark), icon: <Moon size={17} aria-hidden /> },
      ]}
    />
  )
}
