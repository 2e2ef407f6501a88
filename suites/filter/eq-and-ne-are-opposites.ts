import { defineCheck } from '#check'
import { probesOfDisplayName } from './display-name.part.ts'

/** Requirement, condition, and whether a user with the displayName kmnpr meets it. */
const PROBES = [
  ['RFC7644-3.4.2.2-10', 'eq "kmnpr"', true],
  ['RFC7644-3.4.2.2-10', 'eq "kmn"', false],
  ['RFC7644-3.4.2.2-10', 'eq "npr"', false],
  ['RFC7644-3.4.2.2-10', 'eq "kmnprs"', false],
  ['RFC7644-3.4.2.2-11', 'ne "kmn"', true],
  ['RFC7644-3.4.2.2-11', 'ne "kmnpr"', false],
] as const

export default defineCheck({
  id: 'filter/eq-and-ne-are-opposites',
  title: 'eq matches an identical value and ne any other',
  proves: ['RFC7644-3.4.2.2-10', 'RFC7644-3.4.2.2-11'],
  needs: { features: ['filter'], resource: 'User', attributes: ['displayName'] },
  ...probesOfDisplayName('kmnpr', PROBES),
})
