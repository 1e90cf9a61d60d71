/** What files are for, and what follows: which kinds are taken, how large, and who may see them. */

export interface FilePurpose {
  readonly kinds: readonly ('image' | 'document' | 'film')[]
  /** Public: whoever has the address. Private: its owner, and those a module serves it to. */
  readonly visibility: 'public' | 'private'
  readonly maxBytes: number
  /** Hours that it is kept when nothing refers to it. */
  readonly keepHours: number
  /** Whether people may send it; the others are made by the product itself. */
  readonly uploaded: boolean
}

const mebibyte = 1024 * 1024
const picture: FilePurpose = {
  kinds: ['image'],
  visibility: 'public',
  maxBytes: 15 * mebibyte,
  keepHours: 24,
  uploaded: true,
}

export const filePurposes = {
  avatar: picture,
  logo: picture,
  picture,
  /** A film in what people write; the frame it is shown by is added to it. */
  film: {
    kinds: ['film'],
    visibility: 'public',
    maxBytes: 200 * mebibyte,
    keepHours: 48,
    uploaded: true,
  },
  /** Something to download in what people write: whoever may read that has the address. */
  enclosure: {
    kinds: ['document'],
    visibility: 'public',
    maxBytes: 20 * mebibyte,
    keepHours: 48,
    uploaded: true,
  },
  attachment: {
    kinds: ['image', 'document'],
    visibility: 'private',
    maxBytes: 20 * mebibyte,
    keepHours: 24,
    uploaded: true,
  },
  export: {
    kinds: ['document'],
    visibility: 'private',
    maxBytes: 1024 * mebibyte,
    keepHours: 7 * 24,
    uploaded: false,
  },
  /** Lists of people that a module takes in through a door of its own. */
  list: {
    kinds: ['document'],
    visibility: 'private',
    maxBytes: 400 * mebibyte,
    keepHours: 24,
    uploaded: false,
  },
} satisfies Record<string, FilePurpose>

export type PurposeName = keyof typeof filePurposes

/** The largest file that people may send, for the limit of the route. */
export const largestUpload = Math.max(
  ...Object.values(filePurposes).map((purpose) => (purpose.uploaded ? purpose.maxBytes : 0)),
)

/** A purpose by its name; a module may put its own in front (`members.export`). Throws when there is none. */
export function purposeOf(name: string): FilePurpose {
  const last = name.slice(name.lastIndexOf('.') + 1)
  const purpose = (filePurposes as Record<string, FilePurpose>)[last]
  if (!purpose || !Object.hasOwn(filePurposes, last)) throw new Error(`No purpose is called "${name}"`)
  return purpose
}
