import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-wants-all-values-to-match',
  title: 'A comparison has to hold for each of several values',
  breaks: ['RFC7644-3.4.2.2-36'],
  kernel: (plain) => ({
    matches: (filter, resource, model) => {
      const emails = Array.isArray(resource.emails) ? resource.emails : []
      const alone = emails.length > 1 ? emails.map((email) => ({ ...resource, emails: [email] })) : [resource]
      return alone.every((one) => plain.matches(filter, one, model))
    },
  }),
})
