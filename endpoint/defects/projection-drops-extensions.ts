import { defect } from '../deviation.ts'

export default defect({
  id: 'projection-drops-extensions',
  title: 'excludedAttributes takes all extensions away as well',
  breaks: ['RFC7644-3.9-08', 'RFC7644-3.4.2.5-08'],
  because: 'scimmyjs/scimmy#37',
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const shown = plain.project(resource, model, options)
      if (!options.excludedAttributes?.length) return shown
      return Object.fromEntries(Object.entries(shown).filter(([name]) => !name.startsWith('urn:')))
    },
  }),
})
