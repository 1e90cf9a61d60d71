import { useQuery } from '@tanstack/react-query'
import { useT } from '#ui/locale/locale.tsx'
import { type Preset, presetsQuery } from './segments.queries.ts'
import { segmentWords } from './segments.words.ts'

/** Segments to begin with, each with what one does with them. */
export function Presets({ choose }: { choose: (preset: Preset) => void }) {
  const t = useT()
  const presets = useQuery(presetsQuery).data
  if (!presets || presets.items.length === 0) return null
  return (
    <section className="seg-presets">
      <header>
        <h2>{t(segmentWords.presets)}</h2>
        <span className="muted small">{t(segmentWords.presetsNote)}</span>
      </header>
      <ul>
        {presets.items.map((preset) => (
          <li key={preset.key}>
            <button type="button" onClick={() => choose(preset)} title={preset.sentence}>
              <b>{preset.name}</b>
              <span>{preset.note}</span>
            </button>
          </li>
        ))}
      </ul>
      {presets.missing.includes('expiring') && (
        <p className="muted small">{t(segmentWords.expiringMissing)}</p>
      )}
    </section>
  )
}
