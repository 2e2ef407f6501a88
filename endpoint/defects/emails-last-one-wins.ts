import { defect } from '../deviation.ts'

export default defect({
  id: 'emails-last-one-wins',
  title: 'Of several e-mail addresses the last one is stored',
  breaks: ['RFC7644-3.4-02'],
  because: 'laravel-scim-server (limosa-io/laravel-scim-server#45)',
  kernel: () => ({
    keep: (resource) =>
      Array.isArray(resource.emails) ? { ...resource, emails: resource.emails.slice(-1) } : resource,
  }),
})
