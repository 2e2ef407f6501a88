import { defect } from '../deviation.ts'

export default defect({
  id: 'projection-excludes-the-whole',
  title: 'excludedAttributes=name.givenName takes all of name away',
  breaks: ['RFC7644-3.4.2.5-08'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      plain.project(resource, model, {
        ...options,
        ...(options.excludedAttributes
          ? {
              excludedAttributes: options.excludedAttributes.map((name) =>
                name.replace(/\.(?=[a-z]+$)\w+$/i, ''),
              ),
            }
          : {}),
      }),
  }),
})
