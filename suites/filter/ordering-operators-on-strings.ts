import { defineCheck } from '#check'
import { probesOfDisplayName } from './display-name.part.ts'

/** Requirement, condition, and whether a user with the displayName kmnpt meets it. */
const PROBES = [
  ['RFC7644-3.4.2.2-16', 'gt "kmnpa"', true],
  ['RFC7644-3.4.2.2-16', 'gt "kmnpt"', false],
  ['RFC7644-3.4.2.2-16', 'gt "kmnpz"', false],
  ['RFC7644-3.4.2.2-17', 'ge "kmnpa"', true],
  ['RFC7644-3.4.2.2-17', 'ge "kmnpt"', true],
  ['RFC7644-3.4.2.2-17', 'ge "kmnpz"', false],
  ['RFC7644-3.4.2.2-18', 'lt "kmnpa"', false],
  ['RFC7644-3.4.2.2-18', 'lt "kmnpt"', false],
  ['RFC7644-3.4.2.2-18', 'lt "kmnpz"', true],
  ['RFC7644-3.4.2.2-19', 'le "kmnpa"', false],
  ['RFC7644-3.4.2.2-19', 'le "kmnpt"', true],
  ['RFC7644-3.4.2.2-19', 'le "kmnpz"', true],
] as const

export default defineCheck({
  id: 'filter/ordering-operators-on-strings',
  title: 'gt, ge, lt and le order strings by their letters',
  proves: ['RFC7644-3.4.2.2-16', 'RFC7644-3.4.2.2-17', 'RFC7644-3.4.2.2-18', 'RFC7644-3.4.2.2-19'],
  needs: { features: ['filter'], resource: 'User', attributes: ['displayName'] },
  ...probesOfDisplayName(PROBES),
})
