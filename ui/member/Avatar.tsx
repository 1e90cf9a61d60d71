/** A person: a circle with a picture, or with the initial on a tint that is always the same for them. */
import { type Tint, tintOf } from '../palette.ts'
import { initialOf } from './initial.ts'

/** Written out, so that Tailwind finds them. */
const tintClass: Record<Tint, string> = {
  pine: 'bg-pine-soft text-pine',
  sky: 'bg-sky-soft text-sky-text',
  plum: 'bg-plum-soft text-plum',
  wheat: 'bg-wheat-soft text-wheat-text',
  persimmon: 'bg-persimmon-soft text-persimmon-text',
  teal: 'bg-teal-soft text-teal-text',
  clay: 'bg-clay-soft text-clay-text',
  slate: 'bg-slate-soft text-slate-text',
}

export function Avatar({
  name,
  src,
  size = 40,
  tintKey = name,
}: {
  name: string
  src?: string | null | undefined
  size?: number
  /** What the tint is made from when the name may change: an id. */
  tintKey?: string
}) {
  const shape = 'inline-flex shrink-0 items-center justify-center overflow-hidden rounded-full'
  if (src)
    return (
      <img
        src={src}
        alt=""
        width={size}
        height={size}
        className={`${shape} object-cover`}
        style={{ width: size, height: size }}
      />
    )
  return (
    <span
      aria-hidden="true"
      className={`${shape} ${tintClass[tintOf(tintKey)]} font-semibold leading-none`}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.44) }}
    >
      {initialOf(name)}
    </span>
  )
}
