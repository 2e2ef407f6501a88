import { defineCheck } from '#check'
import { probesOfDisplayName } from './display-name.part.ts'

/** Requirement, condition, and whether a user with the displayName kmnps meets it. */
const PROBES = [
  ['RFC7644-3.4.2.2-12', 'co "mnp"', true],
  ['RFC7644-3.4.2.2-12', 'co "kmnps"', true],
  ['RFC7644-3.4.2.2-12', 'co "kps"', false],
  ['RFC7644-3.4.2.2-13', 'sw "kmn"', true],
  ['RFC7644-3.4.2.2-13', 'sw "kmnps"', true],
  ['RFC7644-3.4.2.2-13', 'sw "mnp"', false],
  ['RFC7644-3.4.2.2-13', 'sw "nps"', false],
  ['RFC7644-3.4.2.2-14', 'ew "nps"', true],
  ['RFC7644-3.4.2.2-14', 'ew "kmnps"', true],
  ['RFC7644-3.4.2.2-14', 'ew "mnp"', false],
  ['RFC7644-3.4.2.2-14', 'ew "kmn"', false],
] as const

export default defineCheck({
  id: 'filter/substring-operators-differ',
  title: 'co, sw and ew match inside, at the start and at the end',
  proves: ['RFC7644-3.4.2.2-12', 'RFC7644-3.4.2.2-13', 'RFC7644-3.4.2.2-14'],
  needs: { features: ['filter'], resource: 'User', attributes: ['displayName'] },
  ...probesOfDisplayName('kmnps', PROBES),
})
