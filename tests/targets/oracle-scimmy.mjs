// Which of the resources match a filter, by SCIMMY's filter.
import SCIMMY from 'scimmy'
import { matching, serveOracle } from './oracle.mjs'

serveOracle(({ filter, resources }) => {
  const parsed = new SCIMMY.Types.Filter(filter)
  return matching(resources, (resource) => parsed.match([resource]).length === 1)
})
