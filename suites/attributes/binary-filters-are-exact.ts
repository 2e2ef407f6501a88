import { defineCheck } from '#check'
import { toldApart } from './filters.part.ts'
import type { Leaf } from './leaves.part.ts'

/** AMB-022: RFC 7643 contradicts itself over some of these; only what the target publishes as exact is tried. */
const isExact = ({ attribute }: Leaf) => attribute.type === 'binary' && attribute.caseExact

export default defineCheck({
  id: 'attributes/binary-filters-are-exact',
  title: 'A filter on a binary value tells upper from lower case',
  proves: ['RFC7643-2.3.6-04'],
  needs: { features: ['filter'] },
  ...toldApart('RFC7643-2.3.6-04', isExact, 4),
})
