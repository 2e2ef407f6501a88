import { defect } from '../deviation.ts'

export default defect({
  id: 'password-change-deactivates',
  title: 'A new password by PATCH makes the user inactive until the next sign-in',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'Incident family D3',
  kernel: (plain) => ({
    patch: (resource, ...rest) => {
      const patched = plain.patch(resource, ...rest)
      return patched.password !== resource.password ? { ...patched, active: false } : patched
    },
  }),
})
