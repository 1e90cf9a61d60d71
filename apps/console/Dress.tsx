import { App, ConfigProvider } from 'antd'
import en from 'antd/es/locale/en_US.js'
import type { Locale } from 'antd/es/locale/index.js'
import zh from 'antd/es/locale/zh_CN.js'
import { type ReactNode, useMemo } from 'react'
import { useTheme } from '#ui/console/chart/Chart.tsx'
import { useReading } from '#ui/locale/locale.tsx'
import { nonce } from './nonce.ts'
import { antdTheme } from './theme.ts'

/** Ant Design in our colours, in the reader's language, within the page's style policy. */
export function Dress({ children }: { children: ReactNode }) {
  const theme = useTheme()
  const { locale } = useReading()
  const config = useMemo(() => antdTheme(theme), [theme])
  return (
    <ConfigProvider
      theme={config}
      locale={(locale === 'en' ? en : zh) as unknown as Locale}
      csp={nonce ? { nonce } : undefined}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App component={false} message={{ maxCount: 3 }}>
        {children}
      </App>
    </ConfigProvider>
  )
}
