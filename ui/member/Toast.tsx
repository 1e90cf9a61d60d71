/** Short confirmations. One polite live region for the whole page; a message leaves by itself after six seconds. */
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useRef,
  useState,
} from 'react'

// Nothing is said on most pages: what draws it comes when it is needed.
const ToastCard = lazy(() => import('./ToastCard.tsx'))

export interface Told {
  readonly id: number
  readonly text: string
  readonly tone: 'good' | 'bad'
}

type Tell = (text: string, tone?: Told['tone']) => void

const ToastContext = createContext<Tell>(() => undefined)

/** `const tell = useToast(); tell('已保存')`. */
export const useToast = (): Tell => useContext(ToastContext)

export function ToastProvider({ children }: { children: ReactNode }) {
  const [told, setTold] = useState<readonly Told[]>([])
  const next = useRef(1)
  const tell = useCallback<Tell>((text, tone = 'good') => {
    const id = next.current++
    setTold((before) => [...before.slice(-2), { id, text, tone }])
  }, [])
  const drop = useCallback((id: number) => setTold((before) => before.filter((one) => one.id !== id)), [])
  return (
    <ToastContext value={tell}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 top-[calc(10px+env(safe-area-inset-top))] z-50 flex flex-col items-center gap-2 px-4 md:top-auto md:bottom-6"
      >
        <Suspense>
          {told.map((one) => (
            <ToastCard key={one.id} told={one} drop={drop} />
          ))}
        </Suspense>
      </div>
    </ToastContext>
  )
}
