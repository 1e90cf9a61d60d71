/** Lengths of a password; the longest bounds the work of hashing one. */
export const passwordLength = { min: 8, max: 128 }
