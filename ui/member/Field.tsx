/**
 * One labelled input with its hint and its problem. The problem is tied to the input
 * (`aria-describedby`, `aria-invalid`) and `Form` moves the focus to the first one.
 */
import ChevronDown from 'lucide-react/icons/chevron-down'
import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
  useState,
} from 'react'
import { useT } from '../locale/locale.tsx'
import { useFieldProblem } from './Form.tsx'
import { form as words } from './form.messages.ts'

const box =
  'block w-full min-h-11 rounded-[10px] border bg-card px-3.5 py-2.5 text-[16px] leading-6 text-ink placeholder:text-muted disabled:opacity-60'
const edge = (problem: string | undefined) => (problem ? 'border-bad' : 'border-line-strong')

interface Described {
  label: string
  name: string
  hint?: ReactNode
  /** Right of the label: a link such as 忘记密码. */
  aside?: ReactNode
}

function Frame({
  id,
  label,
  hint,
  aside,
  problem,
  optional,
  children,
}: Omit<Described, 'name'> & {
  id: string
  problem: string | undefined
  optional: boolean
  children: ReactNode
}) {
  const t = useT()
  return (
    <div>
      <div className="flex min-h-6 items-end justify-between gap-3 pb-1.5">
        <label htmlFor={id} className="text-[14px] leading-5 font-medium">
          {label}
          {optional ? <span className="ml-1.5 font-normal text-muted">{t(words.optional)}</span> : null}
        </label>
        {aside}
      </div>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1.5 text-[13px] leading-5 text-muted">
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p id={`${id}-problem`} className="mt-1.5 text-[14px] leading-5 text-bad-text">
          {problem}
        </p>
      ) : null}
    </div>
  )
}

const describedBy = (id: string, hint: unknown, problem: unknown) =>
  [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ') || undefined

export function Field({
  label,
  name,
  hint,
  aside,
  ...rest
}: Described & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  const problem = useFieldProblem(name)
  return (
    <Frame id={id} label={label} hint={hint} aside={aside} problem={problem} optional={!rest.required}>
      <input
        {...rest}
        id={id}
        name={name}
        data-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, hint, problem)}
        className={`${box} ${edge(problem)} ${rest.className ?? ''}`}
      />
    </Frame>
  )
}

/** A password that its owner may look at. */
export function PasswordField({
  label,
  name,
  hint,
  aside,
  ...rest
}: Described & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  const id = useId()
  const t = useT()
  const problem = useFieldProblem(name)
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <Frame id={id} label={label} hint={hint} aside={aside} problem={problem} optional={!rest.required}>
      <span className="relative block">
        <input
          {...rest}
          id={id}
          name={name}
          type={shown ? 'text' : 'password'}
          autoCapitalize="none"
          spellCheck={false}
          data-label={label}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy(id, hint, problem)}
          className={`${box} ${edge(problem)} pr-12`}
        />
        <button
          type="button"
          aria-label={t(shown ? words.hidePassword : words.showPassword)}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded-[10px] text-muted"
        >
          <Icon size={19} aria-hidden />
        </button>
      </span>
    </Frame>
  )
}

export function SelectField({
  label,
  name,
  hint,
  aside,
  children,
  ...rest
}: Described & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId()
  const problem = useFieldProblem(name)
  return (
    <Frame id={id} label={label} hint={hint} aside={aside} problem={problem} optional={false}>
      <span className="relative block">
        <select
          {...rest}
          id={id}
          name={name}
          data-label={label}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy(id, hint, problem)}
          className={`appearance-none ${box} ${edge(problem)} pr-10`}
        >
          {children}
        </select>
        <ChevronDown
          size={18}
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted"
        />
      </span>
    </Frame>
  )
}

export function TextField({
  label,
  name,
  hint,
  aside,
  ...rest
}: Described & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId()
  const problem = useFieldProblem(name)
  return (
    <Frame id={id} label={label} hint={hint} aside={aside} problem={problem} optional={!rest.required}>
      <textarea
        rows={3}
        {...rest}
        id={id}
        name={name}
        data-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, hint, problem)}
        className={`${box} ${edge(problem)} field-sizing-content`}
      />
    </Frame>
  )
}

/** A box to tick, never ticked beforehand unless the person did it; the whole line is the target. */
export function TickField({
  name,
  children,
  ...rest
}: { name: string; children: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  const id = useId()
  const problem = useFieldProblem(name)
  return (
    <div>
      <label
        htmlFor={id}
        className="flex min-h-11 cursor-pointer items-start gap-3 py-2.5 text-[14px] leading-6"
      >
        <input
          {...rest}
          id={id}
          name={name}
          type="checkbox"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          className={`tick mt-0.5 ${problem ? 'border-bad' : ''}`}
        />
        <span>{children}</span>
      </label>
      {problem ? (
        <p id={`${id}-problem`} className="text-[14px] leading-5 text-bad-text">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
