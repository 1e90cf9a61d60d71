import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { words } from './orders.words.ts'
import './orders.css'

/** Orders, and those of whom nobody knows whose they are. */
export function Tabs({ at }: { at: 'orders' | 'unmatched' }) {
  const t = useT()
  return (
    <nav className="order-tabs" aria-label={t(words.orders)}>
      <Link
        to="/orders"
        className={at === 'orders' ? 'on' : ''}
        aria-current={at === 'orders' ? 'page' : undefined}
      >
        {t(words.orders)}
      </Link>
      <Link
        to="/orders/unmatched"
        className={at === 'unmatched' ? 'on' : ''}
        aria-current={at === 'unmatched' ? 'page' : undefined}
      >
        {t(words.unmatched)}
      </Link>
    </nav>
  )
}
