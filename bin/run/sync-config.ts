import type { Json } from '#scim'
import { asWritten } from '../as-written.ts'
import { type At, checkShape, type Shape } from '../auth/shape.ts'
import { syncMessages } from '../messages/sync.ts'
import { UsageError } from '../usage-error.ts'

/** As it stands in the configuration, under `sync`. */
export interface SyncConfig {
  readonly api?: string
  readonly org?: string
  readonly system?: string
  /** `env:NAME` or `file:PATH`. */
  readonly token?: string
  /** Milliseconds. */
  readonly settle?: number | string
}

export const SYNC_SHAPE: Shape = {
  keys: {
    api: { takes: 'text' },
    org: { takes: 'text' },
    system: { takes: 'text' },
    token: { takes: 'secret' },
    settle: { takes: 'text' },
  },
}

/** @throws UsageError for unknown keys and for values of another kind */
export function checkSync(value: Json, at: At): SyncConfig {
  const config = checkShape('sync', value, SYNC_SHAPE, at) as SyncConfig
  if (config.settle !== undefined && !(Number(config.settle) >= 0))
    throw new UsageError(`${at('sync.settle')}: ${syncMessages().noTime(asWritten(String(config.settle)))}`)
  return config
}
