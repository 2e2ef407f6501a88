import type { SyncOptions } from '#endpoint'
import type { LoadedProfile } from '../load.ts'
import { syncMessages } from '../messages/sync.ts'
import { UsageError } from '../usage-error.ts'
import { offersSync, syncUrl } from './embedded.ts'
import { checkOrg } from './sync.ts'

/** Of nobody: the same each time, so that a consumer need not be set up anew. */
const ORG = '5c14a7e5-0000-4000-8000-000000000001'
const SYSTEM = 'scim-test'

export interface ServedSyncFlags {
  readonly profile: string
  readonly syncOrg?: string | undefined
  readonly syncSystem?: string | undefined
}

/**
 * The Sync API that `serve` offers; none where the profile has none.
 *
 * @throws UsageError for what such a profile makes nothing of
 */
export function servedSync(
  flags: ServedSyncFlags,
  profiles: readonly LoadedProfile[],
  env: NodeJS.ProcessEnv,
): SyncOptions | undefined {
  const { syncOrg = ORG, syncSystem = SYSTEM } = flags
  if (!offersSync(profiles)) {
    if (flags.syncOrg ?? flags.syncSystem) throw new UsageError(syncMessages().notOffered(flags.profile))
    return undefined
  }
  const token = env.SCIM_TEST_SYNC_TOKEN?.trim()
  return { fiksOrgId: checkOrg(syncOrg), maalSystem: syncSystem, ...(token ? { token } : {}) }
}

export function syncTold({ fiksOrgId, maalSystem, token }: SyncOptions, url: string): string {
  return syncMessages().served(syncUrl(url), fiksOrgId, maalSystem, token !== undefined)
}
