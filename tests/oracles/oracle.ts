import { createInterface } from 'node:readline'
import { spawnScript, stop } from '../targets/start.ts'

/** What a library said: a value, or the message with which it refused. */
export interface Answer<T> {
  readonly value?: T
  readonly error?: string
  /** The names the question has put on Object.prototype: prototype pollution. */
  readonly polluted?: readonly string[]
}

/** A library in a process of its own, asked one question after another. */
export interface Oracle<T> {
  ask(question: unknown): Promise<Answer<T>>
  close(): Promise<void>
}

/** Starts tests/targets/oracle-<name>.mjs. Questions that are open when it ends are rejected. */
export function openOracle<T>(name: string): Oracle<T> {
  const child = spawnScript(`oracle-${name}.mjs`)
  const waiting: PromiseWithResolvers<Answer<T>>[] = []
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line)))
  child.once('exit', (code) => {
    for (const { reject } of waiting) reject(new Error(`the oracle ${name} ended with ${code}`))
  })
  return {
    ask(question) {
      const answer = withResolvers<Answer<T>>()
      waiting.push(answer)
      child.stdin?.write(`${JSON.stringify(question)}\n`)
      return answer.promise
    },
    close: () => stop(child),
  }
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (reason: unknown) => void
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve: (value: T) => void = () => {}
  let reject: (reason: unknown) => void = () => {}
  const promise = new Promise<T>((fulfil, fail) => {
    resolve = fulfil
    reject = fail
  })
  return { promise, resolve, reject }
}
