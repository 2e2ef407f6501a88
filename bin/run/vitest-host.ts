import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HostOrder, Item, Progressed } from '#harness'
import { tidy } from '../frugal.ts'
import { codeFolder, moduleUrl } from '../load.ts'
import { compileLater } from './compile-later.ts'
import type { HostedSettings } from './hosted.ts'
import { announceStop, onAbort } from './stop.ts'

export interface HostOptions {
  readonly order: HostedSettings
  readonly out: string
  readonly concurrency: number
  readonly allure: boolean
  readonly onVerdict: (verdict: Progressed) => void
  /** Fires on the first interrupt. */
  readonly signal: AbortSignal
}

export interface HostEnd {
  /** What went wrong in the host itself, outside any item. */
  readonly faults: readonly string[]
}

const PATIENCE_AFTER_STOP = 15_000

/** Shows the plan to vitest as tests of one file and waits for the end. Loaded lazily: vitest takes its time. */
export async function hostWithVitest(options: HostOptions): Promise<HostEnd> {
  compileLater()
  const { createVitest } = await import('vitest/node')
  const before = signalListeners()
  const faults: string[] = []
  const root = codeFolder('hosts')
  const provide: { scimTest: HostOrder } = {
    scimTest: { module: moduleUrl('bin/run/hosted'), settings: options.order },
  }
  const seen = new Set<string>()
  const vitest = await createVitest(
    'test',
    {
      config: false,
      root,
      include: [moduleUrl('hosts/vitest').split('/').at(-1) as string],
      exclude: [],
      watch: false,
      pool: 'threads',
      isolate: false,
      maxWorkers: 1,
      fileParallelism: false,
      maxConcurrency: itemsAtOnce(options.concurrency),
      attachmentsDir: `${options.out}/attachments`,
      provide: provide as never,
      reporters: [progress(options, seen), ...allureReporters(options)],
      ...(options.allure ? { setupFiles: ['allure-vitest/setup'] } : {}),
      cache: false,
      // Our own code is built already: only the host file itself goes through vite.
      server: {
        deps: {
          inline: [/[\\/]hosts[\\/]vitest\.[jt]s$/],
          external: [/[\\/](?:dist|scim-test)[\\/](?!hosts[\\/])/],
        },
      },
      teardownTimeout: 5_000,
    },
    { cacheDir: join(tmpdir(), 'scim-test-cache'), logLevel: 'silent', clearScreen: false },
  )
  removeAddedListeners(before)
  const stop = announceStop(options.order.run, options.signal)
  let isOver = false
  onAbort(options.signal, () => {
    if (!isOver) void vitest.cancelCurrentRun('keyboard-input')
  })
  try {
    if (options.signal.aborted) return { faults }
    const run = vitest.start([])
    const ended = await Promise.race([run, afterStop(options.signal)])
    if (ended && 'unhandledErrors' in ended) faults.push(...ended.unhandledErrors.map(messageOf))
    for (const module of vitest.state.getTestModules())
      faults.push(...module.errors().map(({ message }) => message))
  } finally {
    isOver = true
    stop.close()
    await Promise.race([vitest.close(), new Promise((resolve) => setTimeout(resolve, 5_000).unref())])
    removeAddedListeners(before)
  }
  return { faults }
}

/** More items than requests at a time: while one thinks, another's request can go. One by one stays one by one. */
const itemsAtOnce = (requests: number): number => (requests === 1 ? 1 : requests * 2)

function afterStop(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    onAbort(signal, () => setTimeout(() => resolve(undefined), PATIENCE_AFTER_STOP).unref())
  })
}

/** A cancelled run reports a test more than once: the first result counts. */
function progress({ onVerdict, order }: HostOptions, seen: Set<string>) {
  const known = new Set(order.items.map((item: Item) => item.id))
  return {
    // What starting has left behind is a third of the heap, and the worker is only now loading.
    onTestRunStart: tidy,
    onTestCaseResult(test: { name: string; meta(): { progressed?: Progressed } }) {
      const { progressed } = test.meta()
      if (!progressed || seen.has(test.name) || !known.has(test.name)) return
      seen.add(test.name)
      onVerdict(progressed)
    },
  }
}

function allureReporters({ allure, out }: HostOptions): [string, { resultsDir: string }][] {
  return allure ? [['allure-vitest/reporter', { resultsDir: `${out}/allure-results` }]] : []
}

type Listeners = Map<NodeJS.Signals | 'exit', readonly unknown[]>
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** vitest's own listeners end the process within a millisecond and skip the clean-up. */
function signalListeners(): Listeners {
  return new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]))
}

function removeAddedListeners(before: Listeners): void {
  for (const signal of SIGNALS) {
    for (const listener of process.listeners(signal)) {
      if (!before.get(signal)?.includes(listener)) process.off(signal, listener)
    }
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String((error as { message?: unknown })?.message ?? error)
