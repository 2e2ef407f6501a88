import { type Claims, defineCheck, elementsOf, type RequirementId, reading } from '#check'
import { answering, type Exchange, isObject, type Json, type JsonObject, URN } from '#scim'
import { creates, renames, resultOf, sendBulk, statusOf, withResult } from './bulk.part.ts'

const ROWS = ['RFC7644-3.7-07', 'RFC7644-3.7-14', 'RFC7644-3.7.3-02', 'RFC7644-3.7.3-03'] as const
/** The answers that each operation would have had alone. */
const EXPECTED: readonly (readonly string[])[] = [['201'], ['200', '204'], ['200', '204'], ['204'], ['404']]

export default defineCheck({
  id: 'bulk/results-tell-place-and-status',
  title: 'A bulk result has method, location and status',
  proves: ROWS,
  needs: { features: ['bulk', 'patch', 'put'], resource: 'User', attributes: ['displayName'] },
  breaks: 'Who matches the results with what was sent, to store the ids that the target gave',

  async act(act) {
    const { draft, endpoint, given, mark, missing } = act
    const [kept, gone] = [await given('User'), await given('User')]
    const data = { ...kept.sent, displayName: mark('put') }
    const Operations = [
      creates(endpoint('User'), 'ny', draft('User')),
      renames(kept.path, mark('bulk')),
      { method: 'PUT', path: kept.path, data },
      { method: 'DELETE', path: gone.path },
      renames(missing('User'), mark('bulk')),
    ]
    return { bulk: await sendBulk(act, { Operations }) }
  },

  judge({ bulk }, claim) {
    for (const row of ROWS) claim(row, bulk).status(200, 207)
    operationsIn(bulk).forEach((operation, index) => {
      judgeResult(operation, index, bulk, claim)
    })
  },

  counterexample: ({ bulk }) => {
    const wrong = (change: JsonObject, at = 1) => ({
      bulk: answering(bulk, { body: withResult(bulk, at, change) }),
    })
    const other = resultOf(bulk, 0)?.location ?? null
    return [
      wrong({ method: null }),
      wrong({ location: null }, 4),
      wrong({ location: other }),
      wrong({ status: '204' }, 0),
      { bulk: answering(bulk, { body: { schemas: [URN.bulkResponse], Operations: [] } }) },
    ]
  },
})

function operationsIn({ request }: Exchange): JsonObject[] {
  return elementsOf(isObject(request.body) ? request.body : undefined, 'Operations').filter(isObject)
}

function judgeResult(
  { method, path }: JsonObject,
  index: number,
  bulk: Exchange,
  claim: Claims<(typeof ROWS)[number] & RequirementId>,
): void {
  const at = `/Operations/${index}`
  const { location, status } = resultOf(bulk, index) ?? {}
  claim('RFC7644-3.7-07', bulk).has(`${at}/method`, method as Json)
  const isThere = typeof location === 'string' && isAt(location, String(path), method === 'POST')
  const place = {
    expected: `the place of the resource, …${path}`,
    actual: location,
    pointer: `${at}/location`,
  }
  for (const row of ['RFC7644-3.7-14', 'RFC7644-3.7.3-02'] as const) claim(row, bulk).holds(isThere, place)
  const expected = EXPECTED[index] ?? []
  const known = expected.includes(statusOf(status))
  const detail = { expected: [...expected], actual: status, pointer: `${at}/status` }
  // AMBIGUOUS: AMB-099: a string; the text also speaks of an object with a code.
  const form = isObject(status)
    ? { reading: reading('AMB-099/status-object', true).reading }
    : typeof status === 'number'
      ? { reading: reading('AMB-099/status-number', true).reading }
      : {}
  claim('RFC7644-3.7.3-03', bulk).holds(known, known ? { ...detail, ...form } : detail)
}

/** Percent-encoding may differ; a created resource is somewhere below the collection. */
function isAt(location: string, path: string, created: boolean): boolean {
  const plain = (text: string) => decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'))
  const [place, wanted] = [plain(location.split(/[?#]/, 1)[0] ?? ''), plain(path)]
  return created ? /^[^/]+$/.test(place.split(`${wanted}/`)[1] ?? '') : place.endsWith(wanted)
}
