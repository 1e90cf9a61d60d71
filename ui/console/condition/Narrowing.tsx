import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Preview } from './preview.ts'
import { showWords } from './show.words.ts'
import './show.css'

interface Props {
  readonly steps: Preview['steps']
  readonly open: (step: number) => void
}

const low = 10
const high = 40
const most = 7

/** How everybody becomes those who fit: one bar for each condition that all must hold, thinner as people drop out. */
export function Narrowing({ steps, open }: Props) {
  const t = useT()
  const format = useFormat()
  const [first] = steps
  const last = steps.at(-1)
  if (!first || !last || steps.length < 2) return null
  // A logarithm: from forty thousand to a hundred, a straight scale would show one thick bar and four hairs.
  const tall = (count: number) =>
    count === 0 ? 3 : low + ((high - low) * Math.log1p(count)) / Math.log1p(Math.max(1, first.count))
  const cut = steps.length > most ? [...steps.slice(0, most - 1), last] : steps
  // What is taken away last is shown as such, and then what remains.
  const shown = last.excludes ? [...cut, { ...last, excludes: false, label: t(showWords.final) }] : cut
  const placeOf = (step: (typeof steps)[number]) =>
    steps.includes(step) ? steps.indexOf(step) : steps.length - 1
  return (
    <section className="cb-narrow">
      <header>
        <h2>{t(showWords.narrowing, { from: format.number(first.count), to: format.number(last.count) })}</h2>
        <span className="muted small">{t(showWords.narrowingHint)}</span>
      </header>
      <ol style={{ gridTemplateColumns: `repeat(${shown.length}, minmax(0, 1fr))` }}>
        {shown.map((step, place) => {
          const at = placeOf(step)
          const before = steps[at - 1]
          const next = shown[place + 1]
          const isLast = place === shown.length - 1
          const lost = before ? before.count - step.count : 0
          const label = at === 0 ? t(showWords.everybody) : step.label
          const height = tall(step.count)
          return (
            <li key={`${at} ${step.label}`}>
              <button type="button" onClick={() => open(at)}>
                <span className="cb-narrow-track" aria-hidden="true">
                  <i
                    className={at === 0 ? 'start' : isLast ? 'end' : step.excludes ? 'less' : ''}
                    style={{ height }}
                  />
                  {next && (
                    // biome-ignore lint/a11y/noSvgWithoutTitle: the track around it is hidden; the button is named
                    <svg viewBox="0 0 10 44" preserveAspectRatio="none" className="cb-narrow-join">
                      <path
                        d={`M0 ${22 - height / 2}L10 ${22 - tall(next.count) / 2}V${22 + tall(next.count) / 2}L0 ${22 + height / 2}z`}
                      />
                    </svg>
                  )}
                </span>
                <span className="cb-narrow-label" title={label}>
                  {label}
                </span>
                <b>{step.excludes ? `−${format.number(lost)}` : format.number(step.count)}</b>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
