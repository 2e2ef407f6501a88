import { defineCheck } from '#check'
import { probesOfDisplayName } from './display-name.part.ts'

/** Requirement, condition, and whether a user with the displayName kmnpt meets it. */
const PROBES = [
  ['RFC7644-3.4.2.2-10', 'eq "kmnpt"', true],
  ['RFC7644-3.4.2.2-10', 'eq "kmn"', false],
  ['RFC7644-3.4.2.2-10', 'eq "npt"', false],
  ['RFC7644-3.4.2.2-10', 'eq "kmnpts"', false],
  // Databases that pad their text take a blank at the end for none.
  ['RFC7644-3.4.2.2-10', 'eq "kmnpt "', false],
  ['RFC7644-3.4.2.2-11', 'ne "kmn"', true],
  ['RFC7644-3.4.2.2-11', 'ne "kmnpt"', false],
] as const

export default defineCheck({
  id: 'filter/eq-and-ne-are-opposites',
  title: 'eq matches an identical value and ne any other',
  proves: ['RFC7644-3.4.2.2-10', 'RFC7644-3.4.2.2-11'],
  needs: { features: ['filter'], resource: 'User', attributes: ['displayName'] },
  breaks:
    'WSO2 Charon: the quotes of a text were taken for part of it (wso2/charon#168). Cost: provisioning blocked.',
  ...probesOfDisplayName(PROBES),
})
