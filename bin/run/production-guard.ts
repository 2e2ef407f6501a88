import { classifyHost, type HostClass } from '#harness'
import { running } from '../messages/running.ts'
import { UsageError } from '../usage-error.ts'

/**
 * What the host of an address is; production only where the user named it.
 *
 * @param named hosts, with commas
 * @throws UsageError before anything is sent
 */
export function refuseProduction(url: string, named: string | undefined): HostClass {
  const { hostname } = new URL(url)
  const hostClass = classifyHost(hostname)
  const isNamed = (named ?? '').split(',').some((one) => one.trim() === hostname)
  if (hostClass === 'production' && !isNamed) throw new UsageError(running().productionRefused(hostname))
  return hostClass
}
