/** The foot of public pages: policies, the filing number the law asks for, the other language. */
import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { LocaleToggle } from '#ui/member/LocaleToggle.tsx'
import { useSession } from '#ui/member/session.ts'
import { late } from '../late.messages.ts'

const link = 'inline-flex min-h-11 items-center px-2 hover:text-ink hover:underline'

export default function Footer() {
  const t = useT()
  const { account, community } = useSession()
  return (
    <footer
      className={`border-t border-line-soft text-[13px] leading-5 text-muted ${account ? 'max-md:hidden' : ''}`}
    >
      <div className="mx-auto flex max-w-[1220px] flex-wrap items-center justify-center gap-x-2 px-4 py-1.5 md:justify-start md:px-4">
        <Link to="/policies/terms" className={link}>
          {t(late.terms)}
        </Link>
        <Link to="/policies/privacy" className={link}>
          {t(late.privacy)}
        </Link>
        {community.icp ? (
          <a href="https://beian.miit.gov.cn/" rel="noreferrer" target="_blank" className={link}>
            {community.icp}
          </a>
        ) : null}
        {community.policeFiling ? (
          <a href="https://beian.mps.gov.cn/" rel="noreferrer" target="_blank" className={link}>
            {community.policeFiling}
          </a>
        ) : null}
        {account ? null : <LocaleToggle />}
        <span className="px-2 md:ml-auto">{t(late.poweredBy)}</span>
      </div>
    </footer>
  )
}
