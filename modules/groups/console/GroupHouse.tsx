import './groups.css'

interface Sign {
  readonly name: string
  readonly glyph: string
  readonly colour: string
  readonly pictureUrl?: string | null
}

/** Groups are rounded houses in their own colour, with one letter. */
export function GroupHouse({ group, size = 28 }: { group: Sign; size?: number }) {
  if (group.pictureUrl)
    return <img className="house-image" src={group.pictureUrl} alt="" width={size} height={size} />
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="house">
      <path
        d="M13.4 3.3a4.2 4.2 0 0 1 5.2 0l8.8 6.9A4.2 4.2 0 0 1 29 13.5V24a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5V13.5a4.2 4.2 0 0 1 1.6-3.3z"
        style={{ fill: `var(--${group.colour})` }}
      />
      <text x="16" y="22.6" textAnchor="middle" fontSize="13" fontWeight="600" className="group-glyph">
        {group.glyph}
      </text>
    </svg>
  )
}

/** The house and the name, as a row of a list shows it. */
export function GroupName({ group, note }: { group: Sign; note?: string }) {
  return (
    <span className="group-name">
      <GroupHouse group={group} />
      <span>
        <b>{group.name}</b>
        {note && <small>{note}</small>}
      </span>
    </span>
  )
}
