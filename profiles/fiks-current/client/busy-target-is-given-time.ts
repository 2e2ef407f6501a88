import { defineClientRule, isSuccess, later, queried, refused, type Trace } from '#check'
import { type Exchange, header, sameJson } from '#scim'

/** Without a named time, so many tries of one request within so many milliseconds are no back-off. */
const TRIES = 5
const WITHIN = 10_000
/** A clock of whole seconds may be this early. */
const TOLERANCE = 0.9
/** A session that ends sooner after a refusal shows nothing of what would have followed. */
const PATIENCE = 15 * 60_000

const isBusy = ({ response, fault }: Exchange) =>
  response?.status === 429 || (response?.status ?? 0) >= 500 || fault === 'lost answer'

const isSame = (one: Exchange, other: Exchange) =>
  one.request.method === other.request.method &&
  one.request.path === other.request.path &&
  sameJson(one.request.body, other.request.body)

const secondsOf = (exchange: Exchange) => {
  const value = header(exchange, 'retry-after')
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined
}

/** Whether a later request is about what an earlier one was about: its resource, or a person or group of that name. */
function comesBack(before: Exchange, after: Exchange): boolean {
  const { path, body } = before.request
  const id = path.split('?', 1)[0] ?? ''
  if (before.request.method === 'GET') return after.request.path.startsWith(id)
  if (!/^\/(?:Users|Groups)$/.test(id)) return after.request.path.startsWith(id)
  const told = `${queried(after, 'filter') ?? ''}\n${JSON.stringify(after.request.body ?? null)}`
  const names = ['externalId', 'userName', 'displayName'].flatMap((name) => {
    const value = (body as Record<string, unknown> | undefined)?.[name]
    return typeof value === 'string' && value !== '' ? [value] : []
  })
  return names.some((name) => told.includes(name) || told.includes(JSON.stringify(name).slice(1, -1)))
}

export default defineClientRule({
  id: 'fiks-current/client/busy-target-is-given-time',
  title: 'A busy target is given time, and what it refused is sent again',
  proves: ['fiks/F-84'],
  breaks:
    'A change is lost with the one answer that said "later", or the target is never given time to recover.',

  judge(trace, claim) {
    const end = trace.at(-1)?.at ?? 0
    trace.forEach((exchange, index) => {
      if (!isBusy(exchange)) return
      const after = trace.slice(index + 1)
      const again = after.find((one) => isSame(exchange, one))
      const seconds = secondsOf(exchange)
      if (again && seconds !== undefined) {
        const actual = (again.at - exchange.at) / 1_000
        const detail = { what: 'seconds until it was sent again', expected: `${seconds} or more`, actual }
        claim('fiks/F-84', exchange).holds(actual >= seconds * TOLERANCE, detail)
      } else {
        const soon = after.filter(
          (one) => isBusy(one) && isSame(exchange, one) && one.at - exchange.at < WITHIN,
        )
        const detail = { what: 'tries within 10 s', expected: `fewer than ${TRIES}`, actual: soon.length + 1 }
        claim('fiks/F-84', exchange).holds(soon.length + 1 < TRIES, detail)
      }
      if (end - exchange.at < (seconds ?? 0) * 1_000 + PATIENCE || exchange.request.method === 'GET') return
      const isTakenUp = after.some((one) => comesBack(exchange, one))
      const detail = { what: 'what was refused', expected: 'taken up again', actual: isTakenUp }
      claim('fiks/F-84', exchange).holds(isTakenUp, detail)
    })
  },

  counterexample: (trace): readonly Trace[] => {
    const sent = trace.find((one) => isSuccess(one) && one.request.method !== 'GET')
    if (!sent) return []
    const at = (trace.at(-1)?.at ?? 0) + 1_000
    const told = refused(later(sent, at, 'busy'), 429, { 'retry-after': '30' })
    const silent = refused(later(sent, at, 'busy'), 503)
    const tries = Array.from({ length: 9 }, (_, n) => later(silent, at + n * 100, `busy-${n}`))
    return [
      [...trace, told, later(sent, at + 1_000, 'again')],
      [...trace, ...tries],
    ]
  },
})
