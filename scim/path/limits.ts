/** Longest text that is parsed, in UTF-16 code units. It also bounds the length of an `and`/`or` chain. */
export const MAX_LENGTH = 8192
/** Deepest nesting of parentheses and brackets. */
export const MAX_DEPTH = 50
