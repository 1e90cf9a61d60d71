import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import { Hills } from '#ui/member/Hills.tsx'
import { Settlement } from '#ui/member/Settlement.tsx'
import { shell } from '../app.messages.ts'
import { late } from '../late.messages.ts'
import { Notice } from './Notice.tsx'

/** 404: the address leads nowhere. */
export default function Missing() {
  const t = useT()
  return (
    <Notice
      title={t(late.missingTitle)}
      body={t(late.missingBody)}
      foot={
        <Hills sky={false} className="h-[26dvh] w-full">
          <Settlement />
        </Hills>
      }
    >
      <Link to="/" className={buttonClass('solid')}>
        {t(shell.toHome)}
      </Link>
    </Notice>
  )
}
