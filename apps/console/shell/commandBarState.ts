/** Opening the command bar from anywhere: the top bar, a shortcut, an empty state. */
const opened = 'juluo:command-bar'

export const openCommandBar = () => dispatchEvent(new Event(opened))

export function onCommandBarOpened(run: () => void): () => void {
  addEventListener(opened, run)
  return () => removeEventListener(opened, run)
}
