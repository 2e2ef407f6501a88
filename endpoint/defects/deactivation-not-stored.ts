import { defect } from '../deviation.ts'

export default defect({
  id: 'deactivation-not-stored',
  title: 'PATCH active=false is acknowledged and not stored',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'Incident family A2',
  settings: (plain) => ({ ...plain, patchAnswer: 204 }),
  kernel: (plain) => ({
    patch: (resource, ...rest) => {
      const patched = plain.patch(resource, ...rest)
      return patched.active === false ? { ...patched, active: resource.active ?? true } : patched
    },
  }),
})
