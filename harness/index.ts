export { type Bar, type BarSource, createBar } from './bar.ts'
export {
  type Baseline,
  type BaselineEntry,
  EXCUSABLE,
  type Excusable,
  FAIL_ON,
  type FailOn,
  type Gate,
  type Gating,
  isRed,
  judgeGate,
  type Selection,
  type StaleEntry,
  type StaleWhy,
  usualFailOn,
} from './baseline.ts'
export { type Client, type ClientOptions, createClient } from './client.ts'
export type { ClientRule, Trace } from './client-rule.ts'
export { CHANGES, type Change, type ChangeKind, type Comparison, compare, type Side } from './compare.ts'
export { CredentialsLost } from './credentials-lost.ts'
export { type Assumptions, type Discovery, discover, type Obstacle } from './discover.ts'
export { type Bench, type Executed, executeCheck, executePlay, type ItemRecord } from './execute.ts'
export { type Facts, FEATURES, type Feature } from './facts.ts'
export { createFeed, type FeedDoor, type FeedFacts, type FeedOptions, FeedUnusable } from './feed.ts'
export { createGuard, type Guard, GuardRefusal } from './guard.ts'
export type { HostedRun, HostOrder, Progressed } from './hosting.ts'
export { type Journal, journalFile, journals, openJournal, readJournal, removeJournal } from './journal.ts'
export { type Context, judgeCheck, judgeRule, messageOf } from './judge.ts'
export {
  emptiness,
  judgeClientRule,
  judgeSession,
  rejudgeSession,
  sessionItems,
} from './judge-session.ts'
export { type Contract, hintsWith, learn } from './learn.ts'
export { createLimiter, type Limiter } from './limiter.ts'
export { linesOf } from './lines.ts'
export { type Load, type LoadBudget, loadClock, USUAL_LOAD } from './load.ts'
export {
  type Mismatch,
  mismatchOf,
  prefixOf,
  type RecordPart,
  renamed,
  type Whole,
  wholeOf,
} from './merge.ts'
export { FOREIGN, type Observed, observe } from './observe.ts'
export { type Kept, type Part, type Pause, type PlayRun, Unfinished } from './parts.ts'
export {
  type Demands,
  declaredMakes,
  declaredRequests,
  fittingNothing,
  type Item,
  longestFirst,
  modelsOf,
  plan,
  selected,
  type Units,
} from './plan.ts'
export { classifyHost, type HostClass } from './production.ts'
export { judgeRows, type RowVerdict } from './profile-rows.ts'
export {
  type Ending,
  eventsOf,
  fromEvents,
  openRecord,
  RECORD_VERSION,
  type Reading,
  RecordError,
  type RecordWriter,
  type RunEvent,
  type RunInfo,
  type RunRecord,
  readRecord,
  type Stray,
  type Sums,
  withoutText,
  withText,
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
export { requestsOf } from './rehearsal.ts'
export { createRuleJudges, judgeItems, judgeRules, type RuleJudges, rejudge, skipped } from './rejudge.ts'
export { observeServed } from './served.ts'
export { inShard, parseShard, type Shard, sharded } from './shard.ts'
export { type StoryEvent, type StoryStep, shortened } from './story.ts'
export { type Swept, sweep } from './sweep.ts'
export { type Transport, TransportFailure, type WireRequest, type WireResponse } from './transport.ts'
export { type Finding, type Kind, OUTCOMES, type Outcome, outcomeOf, type Verdict, worst } from './verdict.ts'
export * from './wording.ts'
