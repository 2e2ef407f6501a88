import { defect } from '../deviation.ts'
import { rewriteValues } from '../rewrite-values.ts'

export default defect({
  id: 'attribute-certificate-in-armour',
  title: 'Certificates come back as PEM',
  breaks: ['RFC7643-4.1.2-28'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      rewriteValues(plain.project(resource, model, options), model, (value, _, path) =>
        path === 'x509Certificates.value'
          ? `-----BEGIN CERTIFICATE-----\n${value}\n-----END CERTIFICATE-----`
          : value,
      ),
  }),
})
