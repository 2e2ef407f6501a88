import { discover, type Facts, type Obstacle, obstacleText, safeText } from '#harness'
import { runTag } from '#people'
import { signIn } from '../auth/sign-in.ts'
import { initMessages } from '../messages/init.ts'
import { spoken } from '../messages/spoken.ts'
import { connect } from '../run/connect.ts'
import { newRunId } from '../run/prepare.ts'
import { refuseProduction } from '../run/production-guard.ts'
import type { Settings } from '../run/settings.ts'
import { UsageError } from '../usage-error.ts'

/**
 * Signs in and asks what the target offers; reads only, and no people.
 *
 * @throws UsageError with what to do where it cannot be tested
 */
export async function tryOut(settings: Settings & { readonly target: string }): Promise<string[]> {
  refuseProduction(settings.target, settings.allowProduction)
  const auth = await signIn(settings)
  const run = newRunId()
  const { client, close } = connect({
    settings: { ...settings, auth },
    run,
    base: settings.target,
    concurrency: 4,
  })
  try {
    const { facts, obstacle } = await discover(client, settings.assume, runTag(run))
    if (facts) return found(facts)
    const { found: what, todo } = obstacleText(obstacle as Obstacle, settings.target, spoken())
    throw new UsageError(`${what}\n${todo}`)
  } finally {
    await close()
  }
}

const SHOWN = ['patch', 'filter', 'sort', 'bulk', 'etag'] as const

function found({ base, resourceTypes, features, described }: Facts): string[] {
  const says = initMessages()
  const offered = SHOWN.filter((name) => features[name].offered)
  const not = SHOWN.filter((name) => !features[name].offered)
  return [
    says.answers(safeText(base)),
    says.types(resourceTypes.map(({ name }) => safeText(name)).join(', '), described === 'target'),
    says.features(offered.join(', '), not.join(', ')),
    features.credentials.offered ? says.asksCredentials : says.asksNothing,
  ]
}
