import type { Progressed } from '#harness'
import { progressLine } from '#reports'
import { spoken } from '../messages/spoken.ts'

export interface Progress {
  show(verdict: Progressed, done: number, of: number): void
  clear(): void
}

/** One line that moves on a terminal; elsewhere a line now and then and one for each bad verdict. */
export function liveProgress(quiet: boolean): Progress {
  if (quiet) return { show: () => undefined, clear: () => undefined }
  return process.stderr.isTTY ? movingLine() : plainLines()
}

function movingLine(): Progress {
  const width = () => (process.stderr.columns ?? 80) - 1
  return {
    show: (verdict, done, of) => {
      process.stderr.write(`\r\u001b[2K${progressLine(verdict, done, of, false, spoken()).slice(0, width())}`)
    },
    clear: () => void process.stderr.write('\r\u001b[2K'),
  }
}

const EVERY = 25

function plainLines(): Progress {
  return {
    show: (verdict, done, of) => {
      const bad = verdict.outcome === 'fail' || verdict.outcome === 'error'
      if (bad || done % EVERY === 0 || done === of)
        process.stderr.write(`${progressLine(verdict, done, of, false, spoken())}\n`)
    },
    clear: () => undefined,
  }
}
