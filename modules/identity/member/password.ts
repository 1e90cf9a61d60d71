/** The shortest password the API takes; it also refuses the ones that everybody knows. */
export const passwordMin = 8
