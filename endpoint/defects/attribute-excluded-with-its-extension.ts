import { defect } from '../deviation.ts'

export default defect({
  id: 'attribute-excluded-with-its-extension',
  title: 'To exclude one attribute of an extension takes away all of it',
  breaks: ['RFC7644-3.4.2.5-01'],
  because: 'Incident family D1',
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const excluded = new Set(
        options.excludedAttributes?.map((name) => name.slice(0, name.lastIndexOf(':'))),
      )
      const shown = plain.project(resource, model, options)
      return Object.fromEntries(Object.entries(shown).filter(([name]) => !excluded.has(name)))
    },
  }),
})
