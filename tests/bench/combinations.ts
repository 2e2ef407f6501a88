import { afterAll, describe, expect, it } from 'vitest'
import type { Deviation } from '#endpoint'
import {
  createsShowNothing,
  lagging,
  namesRequired,
  nickNameRequired,
  noEnterpriseExtension,
  noFilter,
  noGroups,
  noOptionalFeatures,
  noPatch,
  numbersRefused,
  pagesOfOne,
  textsInLowerCase,
  throttled,
  titleRequired,
  withoutEqOn,
} from './circumstances.ts'
import { type Circumstances, deviationsToTry, errorsIn, mindedIn, tryText } from './trial.ts'

/**
 * Legal oddities come together in real services: no more may turn red for that. Tried with the RFCs alone. Those without a
 * story are in `variants.test.ts`, several at a time, and by chance in the slow lane.
 */
const variants = await deviationsToTry('variant')
const named = (...ids: string[]) => variants.filter(({ id }) => ids.includes(id))

interface Combination {
  readonly title: string
  readonly deviations: readonly Deviation[]
  readonly circumstances?: Circumstances
  /** What others contain as well: for the slow lane. */
  readonly apart?: true
}

/** Milliseconds. What is declared is more than what it takes: a busy machine fires its timers late. */
const LAG = 60
const SETTLE = 10_000

// Identity providers ask again minutes later, not at once.
const slow = { settle: SETTLE, network: lagging(LAG), rehearsals: false }

const chosen: readonly Combination[] = [
  { title: 'no optional feature', deviations: [noOptionalFeatures] },
  { title: 'no filter', deviations: [noFilter], apart: true },
  { title: 'no PATCH', deviations: [noPatch], apart: true },
  { title: 'no groups', deviations: [noGroups], apart: true },
  { title: 'texts in lower case', apart: true, deviations: [textsInLowerCase] },
  { title: 'pages of one, no numbers', apart: true, deviations: [pagesOfOne, numbersRefused] },
  {
    title: 'no enterprise extension',
    apart: true,
    deviations: [noEnterpriseExtension],
    circumstances: { rehearsals: false },
  },
  // Identity providers may have no such thing to send.
  {
    title: 'a title required',
    apart: true,
    deviations: [titleRequired],
    circumstances: { rehearsals: false },
  },
  {
    title: 'a nickName required',
    apart: true,
    deviations: [nickNameRequired],
    circumstances: { rehearsals: false },
  },
  {
    title: 'a title and a nickName required',
    deviations: [titleRequired, nickNameRequired],
    circumstances: { rehearsals: false },
  },
  { title: 'throttled now and then', apart: true, deviations: [], circumstances: { network: throttled(7) } },
  { title: 'queries lag behind', apart: true, deviations: [], circumstances: slow },
  {
    title: 'a small service: no features, no groups, few attributes, numbers as ids',
    deviations: [
      noOptionalFeatures,
      noGroups,
      noEnterpriseExtension,
      ...named('few-attributes', 'ids-are-numbers', 'unsupported-is-404'),
    ],
  },
  {
    title: 'e-mail addresses as userNames, required names, pages of two',
    apart: true,
    deviations: [namesRequired, ...named('user-names-are-addresses', 'small-pages', 'patch-answers-204')],
  },
  {
    title: '204 for PATCH, pages of two, throttled',
    deviations: named('patch-answers-204', 'small-pages', 'user-name-in-lower-case'),
    circumstances: { network: throttled(5) },
  },
  {
    title: 'queries lag behind, pages of two, 204 for PATCH, relative locations',
    deviations: named('small-pages', 'patch-answers-204', 'relative-locations'),
    circumstances: slow,
  },
]

const readings = await deviationsToTry('reading')
const read = (id: string) => readings.filter((one) => one.id === id)

/** What some checks judge on purpose; all others get by without it. */
const judgedOnce: readonly { readonly deviations: readonly Deviation[]; readonly by: RegExp }[] = [
  { deviations: read('eq-not-supported'), by: /^(?:filter|search)\// },
  { deviations: [withoutEqOn('userName')], by: /^(?:filter|search)\// },
  { deviations: [withoutEqOn('displayName')], by: /^filter\// },
  { deviations: [withoutEqOn('id')], by: /^(?:filter|search)\// },
  { deviations: read('put-answers-204'), by: /^put\// },
  {
    deviations: [createsShowNothing],
    by: /^(?:create\/answers-201-with-location|wire\/created-has-a-location)/,
  },
]

/** Several oddities at once; those that stand apart are for the slow lane. */
export function describeCombinations(apart: boolean): void {
  let tried = 0
  let wrong = 0

  describe('combinations of legal variants', () => {
    for (const { title, deviations, circumstances } of chosen.filter(
      (one) => (one.apart ?? false) === apart,
    )) {
      it.concurrent(title, async () => {
        tried++
        const verdicts = await tryText(deviations, circumstances)
        const minded = [...errorsIn(verdicts), ...mindedIn(verdicts)]
        if (minded.length > 0) wrong++
        expect(minded).toEqual([])
      }, 120_000)
    }
  })

  afterAll(() => {
    console.log(`combinations wrongly failed: ${wrong} of ${tried}`)
  })
}

export function describeWhatIsJudgedOnce(): void {
  describe('what few checks judge no other minds', () => {
    for (const { deviations, by } of judgedOnce) {
      it.concurrent(deviations.map(({ title }) => title).join(', '), async () => {
        const verdicts = await tryText(deviations, { rehearsals: false })
        const minded = mindedIn(verdicts)
        expect(errorsIn(verdicts)).toEqual([])
        expect(minded.filter(({ id, outcome }) => !by.test(id) || outcome === 'blocked')).toEqual([])
        expect(minded.map(({ outcome }) => outcome)).toContain('warn')
        expect(minded.map(({ outcome }) => outcome)).not.toContain('fail')
      }, 120_000)
    }
  })
}
