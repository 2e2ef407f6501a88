/** A scenario file that cannot be used. The message says where, what was found, what is possible and what to do. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError'
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number

  constructor(file: string, line: number, column: number, problem: string) {
    super(`${file}:${line}:${column}: ${problem}`)
    this.file = file
    this.line = line
    this.column = column
  }
}
