// Which of the resources match a filter, by scim-query-filter-parser.
import { compileFilter } from 'scim-query-filter-parser'
import { matching, serveOracle } from './oracle.mjs'

serveOracle(({ filter, resources }) => {
  return matching(resources, compileFilter(filter))
})
