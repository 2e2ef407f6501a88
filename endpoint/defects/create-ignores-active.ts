import { defect } from '../deviation.ts'

export default defect({
  id: 'create-ignores-active',
  title: 'A new user is active, whatever the create says',
  breaks: ['RFC7643-4.1.1-19', 'fiks/F-44'],
  because: 'Better Auth (better-auth/better-auth#10242)',
  kernel: () => ({
    keep: (resource, _, before) =>
      before === undefined && resource.active === false ? { ...resource, active: true } : resource,
  }),
})
