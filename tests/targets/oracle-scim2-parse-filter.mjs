// Which of the resources match a filter, by scim2-parse-filter.
import { filter as matcher, parse } from 'scim2-parse-filter'
import { matching, serveOracle } from './oracle.mjs'

serveOracle(({ filter, resources }) => {
  return matching(resources, matcher(parse(filter)))
})
