export {
  type Change,
  type Dialect,
  type Draft,
  defineDialect,
  type Habit,
  type MembershipDraft,
  type Phase,
} from './dialect.ts'
export {
  type Cost,
  createPlay,
  isFor,
  type Divergence,
  type Play,
  type PlayResult,
  type PlayStep,
  type SimulatorRequirement,
} from './play.ts'
export type { Run } from './run.ts'
export { ScenarioError } from './scenario/scenario-error.ts'
export { loadScenario, type Scenario } from './scenario.ts'
