import { defineCheck } from '#check'
import { toldApart } from './filters.part.ts'
import type { Leaf } from './leaves.part.ts'
import { isShown } from './places.part.ts'

const isExact = ({ attribute }: Leaf) =>
  attribute.type === 'string' && attribute.caseExact && isShown(attribute)

export default defineCheck({
  id: 'attributes/filters-tell-case-apart',
  title: 'Filters tell letter case apart where caseExact is true',
  proves: ['RFC7643-7-23'],
  needs: { features: ['filter'] },
  ...toldApart('RFC7643-7-23', isExact, 8),
})
