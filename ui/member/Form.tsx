/**
 * A form that behaves: the browser's own rules in our words, problems from the API beside their
 * fields, no second sending, the Enter that ends a Chinese composition is not a submit, and the
 * focus goes to the first thing to mend.
 */
import {
  createContext,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { Message, Values } from '#base/i18n/messages.ts'
import { useT } from '../locale/locale.tsx'
import { form as says } from './form.messages.ts'
import { later } from './later.messages.ts'
import { isProblem, type RequestProblem } from './problem.ts'
import { words } from './words.messages.ts'

interface FormState {
  readonly sending: boolean
  readonly problemOf: (name: string) => string | undefined
}

const FormContext = createContext<FormState>({ sending: false, problemOf: () => undefined })

export const useFieldProblem = (name: string) => useContext(FormContext).problemOf(name)
/** True while the form around is being sent. */
export const useSending = () => useContext(FormContext).sending

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

export function Form({
  send,
  children,
  className = 'grid gap-4',
  label,
}: {
  /** Does the work; what it throws is shown. Given the form's values as text. */
  send: (values: Record<string, string>, data: FormData) => Promise<void>
  children: ReactNode
  className?: string
  label?: string
}) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const [sending, setSending] = useState(false)
  const [own, setOwn] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<RequestProblem | Error>()
  const busy = useRef(false)

  const problemOf = (name: string) => own[name] ?? (isProblem(problem) ? problem.of(name) : undefined)

  // The focus moves after the problems are on the page, so that a reader hears the description too.
  useEffect(() => {
    if (problem === undefined && Object.keys(own).length === 0) return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    ;(first ?? form.current?.querySelector<HTMLElement>('[data-form-problem]'))?.focus()
  }, [own, problem])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy.current) return
    const found = checkInputs(event.currentTarget, t)
    setProblem(undefined)
    setOwn(found)
    if (Object.keys(found).length > 0) return
    const data = new FormData(event.currentTarget)
    const values = Object.fromEntries([...data].map(([key, value]) => [key, String(value)]))
    busy.current = true
    setSending(true)
    try {
      await send(values, data)
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)))
    } finally {
      busy.current = false
      setSending(false)
    }
  }

  function keepComposition(event: KeyboardEvent) {
    // 229: Safari reports the Enter that confirms a composition after the composition has ended.
    if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229))
      event.preventDefault()
  }

  const shownAbove =
    problem && !(isProblem(problem) && problem.fields.some(({ path }) => hasInput(form.current, path)))
      ? problem
      : undefined

  return (
    <FormContext value={{ sending, problemOf }}>
      <form
        ref={form}
        noValidate
        aria-label={label}
        aria-busy={sending}
        onSubmit={submit}
        onKeyDown={keepComposition}
        className={className}
      >
        {shownAbove ? <FormProblem problem={shownAbove} /> : null}
        {children}
      </form>
    </FormContext>
  )
}

function FormProblem({ problem }: { problem: RequestProblem | Error }) {
  const t = useT()
  const known = isProblem(problem) ? problem : undefined
  return (
    <div
      data-form-problem
      role="alert"
      tabIndex={-1}
      className="rounded-[10px] bg-bad-soft px-3.5 py-2.5 text-[14px] leading-[22px] text-bad-text"
    >
      {known?.code === 'offline' ? t(words.offlineBody) : (known?.message ?? t(later.brokenTitle))}
      {known && known.status >= 500 && known.requestId ? (
        <span className="block text-[13px] break-all">{t(later.brokenCode, { code: known.requestId })}</span>
      ) : null}
    </div>
  )
}

const nameOf = (path: string) => path.split('.').at(-1) ?? path
const hasInput = (form: HTMLFormElement | null, path: string) =>
  form?.elements.namedItem(nameOf(path)) !== null && form !== null

/** The browser's constraints, said in our words: name of the input → sentence. */
function checkInputs(form: HTMLFormElement, t: (message: Message, values?: Values) => string) {
  const found: Record<string, string> = {}
  for (const element of form.elements) {
    const input = element as Input
    if (!input.name || !('validity' in input) || input.validity.valid) continue
    const label = input.dataset.label ?? ''
    const { validity } = input
    if (validity.valueMissing)
      found[input.name] = input.type === 'checkbox' ? t(says.fieldTicked) : t(says.fieldMissing, { label })
    else if (validity.typeMismatch && input.type === 'email') found[input.name] = t(says.fieldEmail)
    else if (validity.tooShort)
      found[input.name] = t(says.fieldShort, { label, min: (input as HTMLInputElement).minLength })
    else found[input.name] = t(says.fieldPattern, { label })
  }
  return found
}
