import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { initMessages } from '../messages/init.ts'
import { UsageError } from '../usage-error.ts'

/** Why an answer will not do, or nothing. */
export type Complaint = string | undefined

export interface Asker {
  /**
   * Asks until the answer will do.
   *
   * @param fallback what an empty answer stands for
   * @throws UsageError where the input ends first
   */
  ask(question: string, check: (answer: string) => Complaint, fallback?: string): Promise<string>
  close(): void
}

/** Asks on one stream and hears on another; lines that come before they are asked for wait for their question. */
export function createAsker(input: Readable, output: Writable): Asker {
  const lines = createInterface({ input, output, terminal: false })
  const waiting: string[] = []
  let hear: ((line: string | undefined) => void) | undefined
  let ended = false
  lines.on('line', (line) => {
    if (hear) hear(line)
    else waiting.push(line)
  })
  lines.on('close', () => {
    ended = true
    hear?.(undefined)
  })
  const next = (): Promise<string | undefined> => {
    const line = waiting.shift()
    if (line !== undefined || ended) return Promise.resolve(line)
    return new Promise((resolve) => {
      hear = (heard) => {
        hear = undefined
        resolve(heard)
      }
    })
  }
  return {
    ask: async (question, check, fallback) => {
      for (;;) {
        output.write(`${question}${fallback ? ` [${fallback}]` : ''}: `)
        const line = await next()
        if (line === undefined) throw new UsageError(initMessages().inputEnded)
        const answer = line.trim() || (fallback ?? '')
        const complaint = check(answer)
        if (complaint === undefined) return answer
        output.write(`${complaint}\n`)
      }
    },
    close: () => lines.close(),
  }
}
