import { reading } from '../deviation.ts'

export default reading({
  id: 'letters-not-prepared',
  title: 'Two ways of writing the same letter are two letters',
  readings: ['AMB-078/not-prepared'],
  kernel: (plain) => ({
    matches: (filter, resource, model) =>
      plain.matches(filter, resource, model) &&
      !(isApart(JSON.stringify(filter)) && !isApart(JSON.stringify(resource))),
  }),
})

function isApart(text: string): boolean {
  return text !== text.normalize('NFC')
}
