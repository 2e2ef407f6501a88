import { defect } from '../deviation.ts'

export default defect({
  id: 'password-returned',
  title: 'The password is in every answer',
  breaks: ['RFC7643-7-32', 'RFC7643-4.1.1-20', 'RFC7643-4.1.1-26'],
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const shown = plain.project(resource, model, options)
      return resource.password === undefined ? shown : { ...shown, password: resource.password }
    },
  }),
})
