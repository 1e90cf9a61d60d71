/** Arithmetic of the crop: a square window over a picture that may be moved and enlarged. Lengths in pictures' pixels unless said. */
export interface Crop {
  /** Middle of the window. */
  readonly x: number
  readonly y: number
  /** 1: the window is the largest square that fits; 4: a quarter of its side. */
  readonly zoom: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const sideOf = ({ width, height }: Size, zoom: number) => Math.min(width, height) / zoom

/** The nearest crop whose window lies inside the picture. */
export function keepInside(crop: Crop, size: Size): Crop {
  const zoom = Math.min(4, Math.max(1, crop.zoom))
  const half = sideOf(size, zoom) / 2
  const clamp = (value: number, max: number) => Math.min(max - half, Math.max(half, value))
  return { x: clamp(crop.x, size.width), y: clamp(crop.y, size.height), zoom }
}

export const middle = (size: Size): Crop => ({ x: size.width / 2, y: size.height / 2, zoom: 1 })

/** Moves by a distance on the screen, where the window is drawn `drawn` CSS pixels wide. */
export function moveBy(crop: Crop, size: Size, dx: number, dy: number, drawn: number): Crop {
  const scale = sideOf(size, crop.zoom) / drawn
  return keepInside({ ...crop, x: crop.x - dx * scale, y: crop.y - dy * scale }, size)
}
