/** One bit that outlives a navigation: the session ended by itself, which the sign-in screen then says. */
let told: (() => void) | undefined

export const sessionEnded = {
  /** Called by the query client. */
  tell: () => told?.(),
  /** The root listens while it is on the page. */
  listen: (listener: () => void) => {
    told = listener
    return () => {
      told = undefined
    }
  },
}
