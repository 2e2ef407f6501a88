import { defect } from '../deviation.ts'

export default defect({
  id: 'entra-disabled-stays-disabled',
  title: 'A user who was disabled is never enabled again',
  breaks: ['RFC7644-3.5.2.3-02', 'RFC7643-4.1.1-19'],
  because: 'Soft deletion that knows one direction only; the Restore test of the gallery',
  kernel: () => ({
    keep: (resource, _, before) => (before?.active === false ? { ...resource, active: false } : resource),
  }),
})
