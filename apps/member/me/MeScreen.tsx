import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useRouter } from '@tanstack/react-router'
import LayoutDashboard from 'lucide-react/icons/layout-dashboard'
import LogOut from 'lucide-react/icons/log-out'
import Pencil from 'lucide-react/icons/pencil'
import { TrailPreview } from '#modules/members/member/TrailPreview.tsx'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { Row, Rows } from '#ui/member/Page.tsx'
import { sessionQuery, useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { meEntries } from './entries.ts'
import { MeCard } from './MeCard.tsx'
import { me } from './me.messages.ts'
import { Ridge } from './Ridge.tsx'

export default function MeScreen() {
  const t = useT()
  const { operator, member } = useSession()
  return (
    <div className="mx-auto max-w-[920px] items-start gap-6 md:grid md:grid-cols-[minmax(0,1fr)_300px]">
      <div className="grid min-w-0 gap-4">
        <div className="flex items-center justify-between gap-3">
          <MeCard />
          <Link to="/me/profile" className={`${buttonClass()} max-sm:hidden`}>
            <Pencil size={17} aria-hidden />
            {t(me.editProfile)}
          </Link>
        </div>
        {member ? <Ridge /> : null}
        <Rows>
          {meEntries.map(({ path, label, note, icon: Icon }) => (
            <Row key={path} to={path} label={t(label)} note={t(note)} icon={<Icon size={21} aria-hidden />} />
          ))}
        </Rows>
        <div className="grid gap-2.5">
          {operator ? (
            <a href="/console/" className={buttonClass('plain', true)}>
              <LayoutDashboard size={18} aria-hidden />
              {t(me.console)}
            </a>
          ) : null}
          <SignOut />
        </div>
      </div>
      <aside className="hidden md:block">{member ? <TrailPreview limit={6} /> : null}</aside>
    </div>
  )
}

function SignOut() {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()
  const leave = useMutation({
    mutationFn: () => ask(api.DELETE('/api/session', {})),
    onSuccess: async () => {
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
      await navigate({ to: '/', replace: true })
      // Nothing of this person stays in memory for the next one at this device.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      await router.invalidate()
      tell(t(me.signedOut))
    },
    onError: (error) => tell(error.message, 'bad'),
  })
  return (
    <Button
      wide
      icon={<LogOut size={18} aria-hidden />}
      sending={leave.isPending}
      onClick={() => leave.mutate()}
    >
      {t(me.signOut)}
    </Button>
  )
}
