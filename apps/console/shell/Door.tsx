import { Outlet } from '@tanstack/react-router'
import { words } from '#ui/console/words.ts'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { Mark } from '#ui/mark/Mark.tsx'
import { Hills } from './Hills.tsx'
import './door.css'

/** What stands at the door: the mark, the form, the language, hills at the foot. */
export function Door() {
  const t = useT()
  const { locale, setLocale } = useReading()
  return (
    <div className="door-page">
      <header className="door-head">
        <span className="rail-mark">
          <Mark />
          <b>{t(words.product)}</b>
        </span>
        <button
          type="button"
          className="door-language"
          lang={locale === 'en' ? 'zh-CN' : 'en'}
          onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}
        >
          {locale === 'en' ? '简体中文' : 'English'}
        </button>
      </header>
      <main className="door-main">
        <Outlet />
      </main>
      <Hills />
    </div>
  )
}
