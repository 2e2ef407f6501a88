/** One vitest file that shows a plan as tests: one host file gives an exact limit on how many run at once. */

import { afterAll, inject, test } from 'vitest'
import type { HostedRun, HostOrder, Progressed, Verdict } from '#harness'

declare module 'vitest' {
  interface ProvidedContext {
    scimTest: HostOrder
  }
  interface TaskMeta {
    progressed?: Progressed
    /** Where allure-vitest's reporter looks; its own functions would guess which of several tests is running. */
    allureRuntimeMessages?: readonly unknown[]
  }
}

const order = inject('scimTest')
const { openHostedRun } = (await import(/* @vite-ignore */ order.module)) as {
  openHostedRun(settings: unknown): Promise<HostedRun>
}
const run = await openHostedRun(order.settings)
afterAll(() => run.close())

for (const item of run.items) {
  // What comes last puts load on the target: one after the other, and nothing beside it.
  const shown = item.load ? test : test.concurrent
  shown(item.id, { timeout: run.patience(item) }, async ({ task, skip }) => {
    const verdict = await run.run(item)
    const { id, outcome, reason } = verdict
    task.meta.progressed = reason === undefined ? { id, outcome } : { id, outcome, reason }
    if (run.allureMessages) task.meta.allureRuntimeMessages = run.allureMessages(verdict)
    if (verdict.outcome === 'not-applicable' || verdict.outcome === 'blocked') skip(verdict.reason)
    if (verdict.outcome === 'fail' || verdict.outcome === 'error') throw new Error(summary(verdict))
  })
}

/** Letters of what vitest is told: a target may put a million of them into one name. */
const SUMMARY = 1_000

/** Short: the evidence is in the verdict, the sentences are made by the reports. */
function summary({ outcome, reason, findings }: Verdict): string {
  const first = findings[0]
  const found =
    first &&
    `${first.requirement}: ${first.what}: expected ${JSON.stringify(first.expected)}, got ${JSON.stringify(first.actual)}`
  return `${outcome}: ${reason ?? found ?? ''}`.slice(0, SUMMARY)
}
