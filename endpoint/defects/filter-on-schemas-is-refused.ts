import { ScimError } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-on-schemas-is-refused',
  title: 'schemas is not known as an attribute: a filter on it is refused',
  breaks: ['RFC7644-3.4.2.2-42'],
  because: 'WSO2 Identity Server (wso2/product-is#5139)',
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      if (/\bschemas\b/i.test(text))
        throw new ScimError(400, 'invalidFilter', 'There is no attribute schemas')
      return plain.parseFilter(text, model)
    },
  }),
})
