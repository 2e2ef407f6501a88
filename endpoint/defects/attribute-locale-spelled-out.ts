import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-locale-spelled-out',
  title: 'Languages come back by their names',
  breaks: ['RFC7643-4.1.1-15', 'RFC7643-4.1.1-16'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, _, path) =>
        path === 'locale' || path === 'preferredLanguage' ? 'Norwegian Bokmål (Norway)' : value,
      ),
  }),
})
