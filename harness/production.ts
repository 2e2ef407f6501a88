/** Hosts that are known to hold real people. Sources: documentation of environments by KS Digital and Digdir. */
const PRODUCTION_HOSTS = [
  'api.fiks.ks.no',
  'forvaltning.fiks.ks.no',
  'graph.microsoft.com',
  'maskinporten.no',
  'sky.maskinporten.no',
  'platform.altinn.no',
]
const TEST_HOSTS = [
  'api.fiks.test.ks.no',
  'forvaltning.fiks.test.ks.no',
  'api.fiks.dev.ks.no',
  'api.test.fiks.ks.no',
]
const PRODUCTION_LABELS = new Set(['prod', 'production', 'live'])
const TEST_LABELS = new Set([
  'test',
  'tst',
  'dev',
  'staging',
  'stage',
  'sandbox',
  'demo',
  'preprod',
  'qa',
  'uat',
  'localhost',
])

export type HostClass = 'loopback' | 'test' | 'production' | 'unknown'

/** What a host name tells of its environment. Unknown ones are let through: most names say nothing. */
export function classifyHost(host: string): HostClass {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
  if (name === 'localhost' || name === '::1' || /^127\./.test(name)) return 'loopback'
  if (PRODUCTION_HOSTS.includes(name)) return 'production'
  if (TEST_HOSTS.includes(name)) return 'test'
  const labels = name.split(/[.-]/)
  if (labels.some((label) => TEST_LABELS.has(label))) return 'test'
  return labels.some((label) => PRODUCTION_LABELS.has(label)) ? 'production' : 'unknown'
}
