import { type Load, USUAL_LOAD } from '#harness'
import type { Json } from '#scim'
import { type At, checkShape, type Shape } from '../auth/shape.ts'
import { loadMessages } from '../messages/load.ts'
import { didYouMean, UsageError } from '../usage-error.ts'

/** As it stands in the configuration, under `load`: whether, or how much. */
export type LoadConfig = boolean | Partial<Load>

type Name = keyof Load
const NAMES = Object.keys(USUAL_LOAD) as Name[]

export const LOAD_SHAPE: Shape = {
  keys: Object.fromEntries(NAMES.map((name) => [name, { takes: 'text' }])),
}

/** @throws UsageError for unknown keys and for what is no whole number above 0 */
export function checkLoad(value: Json, at: At): LoadConfig {
  if (typeof value === 'boolean') return value
  const config = checkShape('load', value, LOAD_SHAPE, at)
  return Object.fromEntries(
    Object.entries(config).map(([name, one]) => [name, sizeOf(name, String(one), at(`load.${name}`))]),
  )
}

/**
 * How much load was asked for: the usual one, with what the configuration and then the option say otherwise.
 *
 * @param option what stands behind `--load`, perhaps nothing: `members=500,users=200`
 * @throws UsageError for what is not of that form
 */
export function loadIn(option: string | undefined, config: LoadConfig | undefined): { load?: Load } {
  if (option === undefined && (config === undefined || config === false)) return {}
  const configured = typeof config === 'object' ? config : {}
  return { load: { ...USUAL_LOAD, ...configured, ...parseLoad(option ?? '') } }
}

function parseLoad(text: string): Partial<Load> {
  const parts = text.split(',').filter((part) => part !== '')
  return Object.fromEntries(
    parts.map((part) => {
      const [name = '', value = ''] = part.split('=', 2)
      if (!NAMES.includes(name as Name))
        throw new UsageError(loadMessages().unknown(name, didYouMean(name, NAMES), NAMES))
      return [name, sizeOf(name, value, '--load')]
    }),
  )
}

/** Of what is no race alone. */
const LEAST: Readonly<Record<string, number>> = { atOnce: 2 }

function sizeOf(name: string, value: string, where: string): number {
  if (/^[1-9]\d{0,7}$/.test(value) && Number(value) >= (LEAST[name] ?? 1)) return Number(value)
  throw new UsageError(loadMessages().noSize(where, name, value))
}

/** What of it is not as usual, as it is given to `--load`; nothing where no load was asked for. */
export function loadWords(load: Load | undefined): string[] {
  if (!load) return []
  const other = NAMES.filter((name) => load[name] !== USUAL_LOAD[name])
  return ['--load', ...(other.length > 0 ? [other.map((name) => `${name}=${load[name]}`).join(',')] : [])]
}
