import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-part-lost-by-put',
  title: 'A PUT drops the display name of each value',
  breaks: ['RFC7644-3.5.1-04'],
  kernel: () => ({
    keep: (resource, model, before, given) =>
      before && !given?.Operations
        ? rewriteValues(resource, model, (value, _, path) =>
            /^\w+\.display$/.test(path) ? undefined : value,
          )
        : resource,
  }),
})
