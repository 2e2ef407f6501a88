export { type Bar, type BarSource, createBar } from './bar.ts'
export { type Client, type ClientOptions, createClient } from './client.ts'
export { type Assumptions, type Discovery, discover, type Obstacle } from './discover.ts'
export { type Bench, type Executed, executeCheck, executePlay, type ItemRecord } from './execute.ts'
export { type Facts, FEATURES, type Feature } from './facts.ts'
export { createGuard, type Guard, GuardRefusal } from './guard.ts'
export type { HostedRun, HostOrder, Progressed } from './hosting.ts'
export { type Journal, journalFile, journals, openJournal, readJournal, removeJournal } from './journal.ts'
export { type Context, judgeCheck, judgeRule, messageOf } from './judge.ts'
export { type Contract, hintsWith, learn } from './learn.ts'
export { createLimiter, type Limiter } from './limiter.ts'
export { FOREIGN, observe } from './observe.ts'
export {
  type Demands,
  declaredRequests,
  type Item,
  longestFirst,
  modelsOf,
  plan,
  selected,
  type Units,
} from './plan.ts'
export { classifyHost, type HostClass } from './production.ts'
export {
  type Ending,
  fromEvents,
  openRecord,
  RECORD_VERSION,
  RecordError,
  type RecordWriter,
  type RunEvent,
  type RunInfo,
  type RunRecord,
  readRecord,
} from './record.ts'
export { createRedactor, type Redactor } from './redact.ts'
export type {
  Divergence,
  PlayRecord,
  Rehearsal,
  RehearsalAnswer,
  RehearsalResult,
  RehearsalStep,
} from './rehearsal.ts'
export { judgeRules, rejudge, skipped } from './rejudge.ts'
export { type Swept, sweep } from './sweep.ts'
export { type Transport, TransportFailure, type WireRequest, type WireResponse } from './transport.ts'
export { type Finding, type Kind, OUTCOMES, type Outcome, outcomeOf, type Verdict, worst } from './verdict.ts'
export * from './wording.ts'
