import { defineCheck } from '#check'
import { refusedFilters } from './refused.part.ts'

const FILTERS = [
  { name: 'no-operand', filter: 'userName eq' },
  { name: 'no-operator', filter: 'userName "U"' },
  { name: 'attribute-alone', filter: 'userName' },
  { name: 'no-attribute', filter: 'eq "U"' },
  { name: 'operand-alone', filter: '"U"' },
]

export default defineCheck({
  id: 'filter/expression-needs-its-parts',
  title: 'A filter without attribute, operator or operand is refused',
  proves: ['RFC7644-3.4.2.2-07'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'A filter that is taken for none shows everybody (langwatch/langwatch#6973)',
  ...refusedFilters('RFC7644-3.4.2.2-07', FILTERS),
})
