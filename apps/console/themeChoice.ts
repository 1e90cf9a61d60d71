/** Light, dark, or as the system is: kept on this device. */
export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const key = 'juluo.theme'

export const themeChoice = (): ThemeChoice =>
  themeChoices.find((choice) => choice === localStorage.getItem(key)) ?? 'system'

export function applyThemeChoice(choice: ThemeChoice = themeChoice()) {
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
}

export function chooseTheme(choice: ThemeChoice) {
  localStorage.setItem(key, choice)
  applyThemeChoice(choice)
}
