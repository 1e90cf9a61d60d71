import { Link } from '@tanstack/react-router'
import { useMay } from '#ui/console/session.ts'
import { useT } from '#ui/locale/locale.tsx'
import { words } from './orders.words.ts'
import './orders.css'

const tabs = [
  { at: 'orders', to: '/orders', label: words.orders, permission: 'commerce.orders_read' },
  { at: 'unmatched', to: '/orders/unmatched', label: words.unmatched, permission: 'commerce.orders_read' },
  { at: 'imports', to: '/orders/imports', label: words.imports, permission: 'commerce.orders_manage' },
] as const

/** Orders, those of whom nobody knows whose they are, and files of them. */
export function Tabs({ at: here }: { at: (typeof tabs)[number]['at'] }) {
  const t = useT()
  const may = useMay()
  return (
    <nav className="order-tabs" aria-label={t(words.orders)}>
      {tabs
        .filter(({ permission }) => may(permission))
        .map(({ at, to, label }) => (
          <Link
            key={at}
            to={to}
            className={at === here ? 'on' : ''}
            aria-current={at === here ? 'page' : undefined}
          >
            {t(label)}
          </Link>
        ))}
    </nav>
  )
}
