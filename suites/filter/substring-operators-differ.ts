import { defineCheck } from '#check'
import { probesOfDisplayName } from './display-name.part.ts'

/** Requirement, condition, and whether a user with the displayName kmnpt meets it. */
const PROBES = [
  ['RFC7644-3.4.2.2-12', 'co "mnp"', true],
  ['RFC7644-3.4.2.2-12', 'co "kmnpt"', true],
  ['RFC7644-3.4.2.2-12', 'co "kpt"', false],
  ['RFC7644-3.4.2.2-13', 'sw "kmn"', true],
  ['RFC7644-3.4.2.2-13', 'sw "kmnpt"', true],
  ['RFC7644-3.4.2.2-13', 'sw "mnp"', false],
  ['RFC7644-3.4.2.2-13', 'sw "npt"', false],
  ['RFC7644-3.4.2.2-14', 'ew "npt"', true],
  ['RFC7644-3.4.2.2-14', 'ew "kmnpt"', true],
  ['RFC7644-3.4.2.2-14', 'ew "mnp"', false],
  ['RFC7644-3.4.2.2-14', 'ew "kmn"', false],
  // What stands for any text in a database stands for itself in a filter.
  ['RFC7644-3.4.2.2-12', 'co "m_p"', false],
  ['RFC7644-3.4.2.2-13', 'sw "k%p"', false],
] as const

export default defineCheck({
  id: 'filter/substring-operators-differ',
  title: 'co, sw and ew match inside, at the start and at the end',
  proves: ['RFC7644-3.4.2.2-12', 'RFC7644-3.4.2.2-13', 'RFC7644-3.4.2.2-14'],
  needs: { features: ['filter'], resource: 'User', attributes: ['displayName'] },
  ...probesOfDisplayName(PROBES),
})
