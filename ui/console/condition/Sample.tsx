import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { Avatar } from '../Person.tsx'
import { Empty } from '../states.tsx'
import type { SampleMember } from './preview.ts'
import { showWords } from './show.words.ts'
import './show.css'

interface Props {
  readonly members: readonly SampleMember[]
  readonly another: () => void
  /** Asks why this one is in. */
  readonly choose: (member: SampleMember) => void
  readonly chosen?: string | undefined
}

/** Ten of them with what speaks for each: names tell faster than numbers whether a condition means what one means. */
export function Sample({ members, another, choose, chosen }: Props) {
  const t = useT()
  if (members.length === 0)
    return <Empty icon="members" title={t(showWords.nobody)} hint={t(showWords.nobodyHint)} />
  return (
    <section>
      <header className="cb-side-head">
        <h2>{t(showWords.sample, { count: members.length })}</h2>
        <button type="button" className="cb-plain" onClick={another}>
          {t(showWords.another)}
        </button>
      </header>
      <ul className="cb-sample">
        {members.map((member) => (
          <li key={member.id} className={chosen === member.id ? 'on' : ''}>
            <button type="button" onClick={() => choose(member)} aria-pressed={chosen === member.id}>
              <Avatar id={member.id} name={member.nickname} url={member.avatarUrl} size={30} />
              <span>
                <b>{member.nickname}</b>
                <small>{member.fact}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const ProfileLink = ({ id, children }: { id: string; children: string }) => (
  <Link to="/members/$id" params={{ id }} className="cb-button">
    {children}
  </Link>
)
