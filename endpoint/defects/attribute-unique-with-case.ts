import { defect } from '../deviation.ts'

export default defect({
  id: 'attribute-unique-with-case',
  title: 'Values that are unique everywhere may come again in other letter case',
  breaks: ['RFC7643-7-43'],
  kernel: (plain) => ({
    uniqueKey: (value, attribute) =>
      plain.uniqueKey(
        value,
        attribute.uniqueness === 'global' ? { ...attribute, caseExact: true } : attribute,
      ),
  }),
})
