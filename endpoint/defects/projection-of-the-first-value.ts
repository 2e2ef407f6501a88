import { defect } from '../deviation.ts'

export default defect({
  id: 'projection-of-the-first-value',
  title: 'attributes=emails.value gives the first address only',
  breaks: ['RFC7644-3.4.2.5-05'],
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const shown = plain.project(resource, model, options)
      const inPart = options.attributes?.some((name) => name.startsWith('emails.'))
      return inPart && Array.isArray(shown.emails) ? { ...shown, emails: shown.emails.slice(0, 1) } : shown
    },
  }),
})
