export {
  type Change,
  type Dialect,
  type Draft,
  defineDialect,
  type Habit,
  type MembershipDraft,
  type Phase,
} from './dialect.ts'
export { inboundFeed, type Upload } from './inbound/feed.ts'
export { type MunicipalityScenarioOptions, municipalityScenario } from './municipality/scenario.ts'
export {
  type Cost,
  createPlay,
  type Divergence,
  isFor,
  type Play,
  type PlayResult,
  type PlayStep,
  type SimulatorRequirement,
} from './play.ts'
export type { Run } from './run.ts'
export { ScenarioError } from './scenario/scenario-error.ts'
export { loadScenario, type Scenario } from './scenario.ts'
