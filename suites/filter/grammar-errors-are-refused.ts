import { defineCheck } from '#check'
import { refusedFilters } from './refused.part.ts'

const FILTERS = [
  { name: 'open-parenthesis', filter: '(userName eq "U"' },
  { name: 'closing-parenthesis', filter: 'userName eq "U")' },
  { name: 'open-bracket', filter: 'emails[type eq "work"' },
  { name: 'open-string', filter: 'userName eq "U' },
  { name: 'and-without-operand', filter: 'userName eq "U" and' },
  { name: 'or-without-operand', filter: 'or userName eq "U"' },
  { name: 'not-without-parentheses', filter: 'not' },
  { name: 'no-connective', filter: 'userName eq "U" userName eq "U"' },
  { name: 'empty-parentheses', filter: '()' },
]

export default defineCheck({
  id: 'filter/grammar-errors-are-refused',
  title: 'A filter that breaks the grammar is refused with invalidFilter',
  proves: ['RFC7644-3.4.2.2-32'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'A filter that is taken for none shows everybody (langwatch/langwatch#6973). Cost: wrong access.',
  ...refusedFilters('RFC7644-3.4.2.2-32', FILTERS),
})
