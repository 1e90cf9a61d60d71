import { useEffect, useState } from 'react'

export interface Picture {
  readonly file: File | undefined
  /** Of the chosen file, for showing it before it is stored. */
  readonly url: string | undefined
  readonly choose: (file: File | undefined) => void
}

/** A picture chosen on this device and not stored yet. */
export function usePicture(): Picture {
  const [file, choose] = useState<File>()
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!file) {
      setUrl(undefined)
      return
    }
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return { file, url, choose }
}
