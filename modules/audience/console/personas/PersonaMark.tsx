import type { Persona } from './personas.queries.ts'

/** A persona is drawn, never photographed: a head and shoulders in its colour. */
export function PersonaMark({ tone, size = 44 }: { tone: Persona['tone']; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 44 44"
      aria-hidden="true"
      className={`persona-mark tone-${tone}`}
    >
      <rect width="44" height="44" rx="13" />
      <circle cx="22" cy="17.5" r="7" />
      <path d="M8.500 38.500c1.200-8 6.600-12 13.500-12s12.300 4 13.500 12" />
    </svg>
  )
}
