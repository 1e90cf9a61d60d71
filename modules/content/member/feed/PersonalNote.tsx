/** Above what is recommended: by what, how it works, and the switch (L-08). */
import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { usePersonalSwitch } from './personal.queries.ts'
import { personalWords as words } from './personal.words.ts'

export default function PersonalNote({ on }: { on: boolean }) {
  const t = useT()
  const change = usePersonalSwitch()
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 rounded-card bg-soft py-1 pr-1 pl-4 text-[14px] leading-5 text-muted">
      <p className="min-w-0 flex-1 basis-[180px] py-1.5">
        {t(on ? words.personalOn : words.personalOff)}{' '}
        <Link to="/ranking" className="inline-block py-1 text-pine underline-offset-2 hover:underline">
          {t(words.why)}
        </Link>
      </p>
      <Button look="quiet" sending={change.isPending} onClick={() => change.mutate(!on)}>
        {t(on ? words.switchOff : words.switchOn)}
      </Button>
    </div>
  )
}
