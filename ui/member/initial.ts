/** The given name's last Han character (阿澈 → 澈), else the first letter. */
export function initialOf(name: string): string {
  const letters = [...name.trim()]
  const han = letters.filter((letter) => /\p{Script=Han}/u.test(letter))
  return han.at(-1) ?? letters[0]?.toLocaleUpperCase() ?? '·'
}
