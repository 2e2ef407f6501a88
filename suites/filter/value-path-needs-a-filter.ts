import { defineCheck } from '#check'
import { refusedFilters } from './refused.part.ts'

const FILTERS = [
  { name: 'empty', filter: 'emails[]' },
  { name: 'no-operand', filter: 'emails[type eq]' },
  { name: 'operand-alone', filter: 'emails["U"]' },
]

export default defineCheck({
  id: 'filter/value-path-needs-a-filter',
  title: 'attr[...] without a filter in it is refused with invalidFilter',
  proves: ['RFC7644-3.4.2.2-30'],
  needs: { features: ['filter'], resource: 'User', attributes: ['emails.type'] },
  breaks:
    'Keycloak: what was wrong inside the brackets of a filter was let through (keycloak/keycloak#51731). Cost: wrong access.',
  ...refusedFilters('RFC7644-3.4.2.2-30', FILTERS),
})
