import type { Item } from './plan.ts'
import type { Verdict } from './verdict.ts'

/** What a host (vitest, or a plain loop) needs to show a plan as tests. Hosts decide nothing. */
export interface HostedRun {
  /** In the order in which they shall be started. */
  readonly items: readonly Item[]
  /** Milliseconds after which a host may give an item up, 0 for never; the harness's own deadline is shorter. */
  patience(item: Item): number
  run(item: Item): Promise<Verdict>
  /** Where Allure results were asked for: what its reporter shall hear of a verdict, as runtime messages. */
  allureMessages?(verdict: Verdict): readonly unknown[]
  close(): Promise<void>
}

/** What a host tells of a verdict while the run goes on; the verdict itself is in the record. */
export type Progressed = Pick<Verdict, 'id' | 'outcome' | 'reason'>

/** What main hands to a host in another thread: where the code is that opens the run, and with what. Cloneable. */
export interface HostOrder {
  /** URL of a module that exports `openHostedRun(settings): Promise<HostedRun>`. */
  readonly module: string
  readonly settings: unknown
}
