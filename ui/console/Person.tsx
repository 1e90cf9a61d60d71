import { Link } from '@tanstack/react-router'
import { tintOf } from '#ui/palette.ts'
import './person.css'

/** The character that stands for a person or brand: the last of a Han name's given part, else the first letter. */
export function initialOf(name: string): string {
  const chars = [...name.trim()]
  const han = chars.filter((char) => /\p{Script=Han}/u.test(char))
  if (han.length > 0) return (han.length <= 3 ? han[0] : chars[0]) ?? '?'
  return (chars[0] ?? '?').toUpperCase()
}

interface AvatarProps {
  readonly id: string
  readonly name: string
  readonly url?: string | null
  readonly size?: number
}

/** People are circles. */
export function Avatar({ id, name, url, size = 28 }: AvatarProps) {
  if (url) return <img className="avatar" src={url} alt="" width={size} height={size} />
  const tint = tintOf(id)
  return (
    <span
      className={`avatar tint-${tint}`}
      style={{ width: size, height: size, fontSize: size * 0.43 }}
      aria-hidden
    >
      {initialOf(name)}
    </span>
  )
}

/** The character of a brand: the second of a longer Han name (山丘咖啡 → 丘), else the first. */
function houseInitial(name: string): string {
  const chars = [...name.trim()]
  return chars.length > 2 && /\p{Script=Han}/u.test(chars[1] ?? '') ? (chars[1] ?? '') : initialOf(name)
}

/** Brands and groups are rounded houses. */
export function House({ name, url, size = 28 }: { name: string; url?: string | null; size?: number }) {
  if (url) return <img className="house-image" src={url} alt="" width={size} height={size} />
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="house">
      <path
        d="M13.4 3.3a4.2 4.2 0 0 1 5.2 0l8.8 6.9A4.2 4.2 0 0 1 29 13.500V24a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5V13.500a4.2 4.2 0 0 1 1.6-3.300z"
        fill="#a8643f"
      />
      <text x="16" y="22.6" textAnchor="middle" fontSize="13" fontWeight="600" fill="#fff">
        {houseInitial(name)}
      </text>
    </svg>
  )
}

interface PersonProps extends AvatarProps {
  readonly note?: string
  /** Opens the member; without it the person has no page. */
  readonly memberId?: string
}

/** A person in a list: circle, name (a door when there is a page), a note under it. */
export function Person({ id, name, url, size = 28, note, memberId }: PersonProps) {
  return (
    <span className="person">
      <Avatar id={id} name={name} url={url} size={size} />
      <span className="person-text">
        {memberId ? (
          <Link to="/members/$id" params={{ id: memberId }} className="door person-name">
            {name}
          </Link>
        ) : (
          <span className="person-name">{name}</span>
        )}
        {note && <small>{note}</small>}
      </span>
    </span>
  )
}
